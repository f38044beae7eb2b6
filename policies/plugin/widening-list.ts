/**
 * A list in the config of a plugin that may contain its old and new members together while a change is in progress. Meanwhile partners
 * move from the old members to the new ones, without rejected calls. The new members come first, in their order, followed by the old
 * ones that the new list lacks, so that the new ones take precedence where the order matters.
 */
export interface WideningList {
  /** Kong's name of the plugin. */
  readonly plugin: string;
  /** The path of the setting, joined by dots. */
  readonly path: string;
  /**
   * The field that identifies a member if members are objects: a new member replaces an old one with the same value.
   * @default members are compared as a whole
   */
  readonly key?: string;
}

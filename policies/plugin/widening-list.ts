/**
 * A list in the config of a plugin that may hold its old and its new members together while a change is under way. Partners
 * move from the old ones to the new ones in between, and nobody who may call is refused. Meanwhile the list has the new members in
 * their order, and after them the old ones that the new list does not have: where order decides, the new ones win.
 */
export interface WideningList {
  /** Kong's name of the plugin. */
  readonly plugin: string;
  /** The setting; its parts are joined by dots. */
  readonly path: string;
  /**
   * The field by which a member is known where members are objects: of an old and a new member with the same value the new one holds.
   * @default members are compared as a whole
   */
  readonly key?: string;
}

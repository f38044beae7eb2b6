/**
 * The name of an operation's route: `sim-swap_check-sim-swap`. Plugins identify the operation of a call by it.
 *
 * @param slug the slug of the operation ({@link ApiOperation})
 */
export function routeName(api: string, { slug }: { readonly slug: string }): string {
  return `${api}_${slug}`;
}

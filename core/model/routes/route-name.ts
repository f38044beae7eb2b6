/**
 * The name of the gateway's route of one operation: `sim-swap_check-sim-swap`. Plugins know by it which operation a call is.
 *
 * @param slug of the operation ({@link ApiOperation})
 */
export function routeName(api: string, { slug }: { readonly slug: string }): string {
  return `${api}_${slug}`;
}

/** What was chosen in a file input, which can then be asked for the same files again. */
export function filesOf({ currentTarget }: Event & { readonly currentTarget: HTMLInputElement }): File[] {
  const files = [...(currentTarget.files ?? [])];
  currentTarget.value = '';
  return files;
}

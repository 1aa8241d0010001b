/** Puts a text where it can be pasted from, on a tap; whether it is there. Undefined where the page may not. */
export function clipboardOf({
  clipboard,
}: Partial<Pick<Navigator, 'clipboard'>>): ((text: string) => Promise<boolean>) | undefined {
  // Without https there is none.
  return clipboard && ((text) => clipboard.writeText(text).then(yes, no));
}

const yes = () => true;
const no = () => false;

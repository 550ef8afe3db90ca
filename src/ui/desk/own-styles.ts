/**
 * The word with which the server lets this page add styles, and nobody else (content security policy). The kit writes its styles
 * into the page and forgets the word in some corners (locking the scroll behind a dialog), so every style element gets it here.
 */
export function letKitAddStyles(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  if (!nonce) return;
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}

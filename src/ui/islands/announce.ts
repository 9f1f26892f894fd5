/** Says things to those who hear the page, through one live region that stays. */

let region: HTMLElement | undefined;

export function announce(text: string): void {
  if (region === undefined) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
  }
  // Outside a modal dialog nothing is spoken, so the region follows it.
  const place = document.querySelector('dialog:modal') ?? document.body;
  if (region.parentElement !== place) place.append(region);
  const said = region;
  said.textContent = '';
  setTimeout(() => {
    said.textContent = text;
  }, 60);
}

/** A region present when the page loads is not spoken: the message is put there again a moment later. */
export function announceMessage(): void {
  const text = document.querySelector('[data-announce]')?.textContent;
  if (text) setTimeout(() => announce(text), 400);
}

/** A second press on the same button while the first is on its way goes nowhere: the answer to come is the good one. */

/** After this long the first sending is taken for lost, and the button works again. */
const patience = 8000;

export function submitOnce(): void {
  const sent = new WeakMap<HTMLFormElement, number>();
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
    const last = sent.get(form);
    if (last !== undefined && event.timeStamp - last < patience) event.preventDefault();
    else sent.set(form, event.timeStamp);
  });
  // A page taken from the browser's memory by Back has not sent anything yet.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of document.forms) sent.delete(form);
  });
}

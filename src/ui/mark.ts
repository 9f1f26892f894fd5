/** The mark of the product as a small picture: in the head of each page, and at the address browsers try elsewhere. */
export const markPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" rx="7" fill="#0f5257"/><path d="M8 17v-4.5a6 6 0 0 1 12 0V17M5.5 20.5h17" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/><circle cx="14" cy="14.6" r="1.9" fill="#fff"/></svg>';

/** The mark of Guichet: an arched window open above its counter, and someone behind it. */

export function Mark() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="28" height="28" rx="7" />
      <path class="mark-line" d="M8 17v-4.5a6 6 0 0 1 12 0V17M5.5 20.5h17" />
      <circle class="mark-point" cx="14" cy="14.6" r="1.9" />
    </svg>
  );
}

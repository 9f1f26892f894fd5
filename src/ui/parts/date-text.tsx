/** A date people read and machines too. */
import { frenchDate, machineDate } from '#ui/french.ts';
import type { DateStyle } from '#ui/french.ts';

export function DateText({ date, style = 'short' }: { date: Date | string; style?: DateStyle | undefined }) {
  return (
    <time class="nowrap" datetime={machineDate(date)}>
      {frenchDate(date, style)}
    </time>
  );
}

export function Period({ from, to }: { from: Date | string; to: Date | string }) {
  return (
    <>
      du <DateText date={from} /> au <DateText date={to} />
    </>
  );
}

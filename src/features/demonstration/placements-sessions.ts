/** Collective information sessions of the demonstration: one to come, one held with who came, one cancelled. */
import type { Day } from '#domain/day.ts';
import { addDays, parisInstant } from '#domain/day.ts';
import { daysBefore, stableId } from './rows.ts';

type Row = Record<string, unknown>;

const plans = [
  { key: 'next', title: 'Les métiers du gros œuvre', day: 5, places: 12, cancelled: false },
  { key: 'later', title: 'Entrer dans la propreté et les espaces verts', day: 19, places: null, cancelled: false },
  { key: 'held', title: 'Découvrir les chantiers du port', day: -12, places: 15, cancelled: false },
  { key: 'cancelled', title: 'Rencontre avec les agences d’insertion', day: 8, places: 20, cancelled: true },
] as const;

export function sessionRows({
  now,
  today,
  people,
}: {
  now: Date;
  today: Day;
  people: readonly { family: string; referred: boolean }[];
}): { sessions: Row[]; registrations: Row[] } {
  const holder = stableId('relais');
  const sessions = plans.map(({ key, title, day, places, cancelled }) => ({
    id: stableId(`session ${key}`),
    holder_id: holder,
    offer_id: key === 'next' ? stableId('offer macon') : null,
    title,
    place: 'Relais emploi du littoral, salle des Docks',
    starts_at: parisInstant(addDays(today, day), '14:00').toISOString(),
    minutes: 90,
    places,
    cancelled_at: cancelled ? daysBefore(now, 1) : null,
    reason: cancelled ? 'La salle n’est plus libre.' : '',
    version: 1,
    created_at: daysBefore(now, 25),
  }));
  const registered = (key: string, count: number, attendances: readonly string[]) =>
    people.slice(0, count).map(({ family, referred }, index) => ({
      session_id: stableId(`session ${key}`),
      person_id: stableId(`candidate ${family}`),
      holder_id: holder,
      registered_by: referred ? stableId('mission') : holder,
      attendance: attendances[index % attendances.length] ?? '',
      created_at: daysBefore(now, 15),
    }));
  return {
    sessions,
    registrations: [...registered('next', 4, ['']), ...registered('held', 7, ['came', 'came', 'absent', 'excused'])],
  };
}

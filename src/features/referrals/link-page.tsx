/** What a referent without an account reads by her link: her own candidates. */
import { formatShortDay } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Card, EmptyState, Status } from '#ui/parts.tsx';
import { listContractEnds } from './contract-ends.ts';
import { listCandidatesOf } from './own-queries.ts';
import { newsWords, shownName, stateWords, turnWords } from './words.ts';

export async function drawByLink(request: PageRequest): Promise<View | null> {
  const { actor } = request.ctx;
  if (actor.kind !== 'link' || actor.subject === null) return null;
  const candidates = await listCandidatesOf(request.ctx, actor.subject);
  const ends = await listContractEnds(request.ctx);
  const body = (
    <>
      <div>
        <h1>Ce que deviennent vos candidats</h1>
        <p class="soft">Ce lien n’est que pour vous : ne le transférez pas.</p>
      </div>
      {candidates.length === 0 ? (
        <EmptyState title="Aucun candidat n’est suivi par ce lien." />
      ) : (
        candidates.map((one) => (
          <Card title={shownName(one)} aside={<Status {...stateWords(one)} />}>
            <p>{newsWords(one)}.</p>
            <ContractEnd day={ends.get(one.personId)} />
            <p class="soft">
              {turnWords(one, { prescriber: true })}. {one.structure}.
            </p>
          </Card>
        ))
      )}
    </>
  );
  return { title: 'Vos candidats', body, width: 'narrow' };
}

function ContractEnd({ day }: { day: string | undefined }) {
  if (day === undefined) return <></>;
  return <p>{`Contrat prévu jusqu’au ${formatShortDay(day)}\u00A0: la suite se prépare avec la structure.`}</p>;
}

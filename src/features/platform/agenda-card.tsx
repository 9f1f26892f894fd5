/** The agenda: trades with how many people are ready, and those people, to be put on it by ticking. */
import { isRomeCode, romeLabel } from '#domain/rome.ts';
import { formatShortDay } from '#domain/day.ts';
import { counted } from '#ui/french.ts';
import type { PageRequest } from '#http/route.ts';
import { CheckboxGroup, Form } from '#ui/form.tsx';
import { ButtonLink, Card, EmptyState } from '#ui/parts.tsx';
import { listAgendaPosts, listAgendaTrades, listReadyProfiles } from './agenda-queries.ts';

export async function AgendaCard({ request, meeting }: { request: PageRequest; meeting: string }) {
  const asked = request.query.get('metier') ?? '';
  const trade = isRomeCode(asked) ? asked : '';
  const trades = await listAgendaTrades(request.ctx);
  const open = await listAgendaPosts(request.ctx, trade);
  const profiles = await listReadyProfiles(request.ctx, { meeting, trade });
  const state =
    request.typed && request.form.values['people'] !== undefined ? request.form : { values: {}, errors: [] };
  return (
    <Card title="Postes et vivier, métier par métier">
      {trades.length > 0 && (
        <ul class="row">
          {[{ code: '', posts: 0, profiles: 0 }, ...trades].map(({ code, posts, profiles: count }) => (
            <li>
              <a
                href={`/plateformes/${meeting}${code === '' ? '' : `?metier=${code}`}`}
                aria-current={code === trade ? 'true' : undefined}
              >
                {code === ''
                  ? 'Tous les métiers'
                  : `${romeLabel(code)} (${counted(posts, 'poste')}, ${counted(count, 'profil')})`}
              </a>
            </li>
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <ul class="entries">
          {open.map((post) => (
            <li class="row">
              <a href={`/besoins/${post.id}`}>{post.title}</a>
              <span class="soft">
                {[post.company, post.commune, counted(post.posts, 'poste'), `dès le ${formatShortDay(post.startsOn)}`]
                  .filter(Boolean)
                  .join(', ')}
              </span>
              <ButtonLink href={`/besoins/${post.id}/candidats`} size="small" about={`\u00A0: ${post.title}`}>
                Proposer
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      {profiles.length === 0 ? (
        <EmptyState
          title="Aucun autre profil disponible pour ce métier."
          actions={<a href="/vivier">Ouvrir le vivier</a>}
        />
      ) : (
        <Form
          action={`/plateformes/${meeting}/profils`}
          formKey={request.key()}
          hidden={{ romeCode: trade }}
          state={state}
          submit="Mettre à l’ordre du jour"
        >
          <CheckboxGroup
            name="people"
            label={trade === '' ? 'Personnes disponibles' : `Disponibles pour ${romeLabel(trade)}`}
            options={profiles.map(({ id, familyName, givenName, romeCodes, drivingLicence }) => ({
              value: id,
              label: `${familyName} ${givenName}`,
              detail: [romeCodes.map(romeLabel).join(', '), drivingLicence === 'yes' ? 'permis B' : '']
                .filter(Boolean)
                .join(', '),
            }))}
            state={state}
          />
        </Form>
      )}
    </Card>
  );
}

/** The card of one's own organisation: who it is and how we know, how to reach it, and what one may open from here. */
import { may } from '#domain/access.ts';
import type { Permission } from '#domain/permissions.ts';
import type { IdentityPart, Origin } from '#domain/organisation-identity.ts';
import { originsOf } from '#domain/organisation-identity.ts';
import { formatPhone } from '#domain/phone.ts';
import { organisationKinds } from '#domain/position.ts';
import { formatSiret, isSiret } from '#domain/siret.ts';
import type { Context } from '#http/context.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, Card, DateText, DefinitionList, PageHeading } from '#ui/parts.tsx';
import { findOwnOrganisation, listSisters, listWrites } from './queries.ts';
import type { OrganisationRow, SisterService } from './queries.ts';

export async function drawCard({ ctx }: PageRequest): Promise<View | null> {
  const own = await findOwnOrganisation(ctx);
  if (own === null) return null;
  const first = { source: own.identitySource, at: own.identityCheckedAt ?? own.createdAt };
  const origins = originsOf(await listWrites(ctx, own.id), first);
  const sisters = await listSisters(ctx, own);
  const edits = may(ctx.actor, 'organisation.edit').allowed;
  const body = (
    <>
      <PageHeading
        title="Mon organisation"
        lead={fullName(own)}
        actions={
          edits && (
            <>
              <ButtonLink href="/organisation/modifier" icon="pencil">
                Modifier
              </ButtonLink>
              <ButtonLink href="/organisation/actualiser" icon="landmark">
                Actualiser depuis l’annuaire
              </ButtonLink>
            </>
          )
        }
      />
      <Identity own={own} origins={origins} />
      <Reach own={own} />
      <Sisters sisters={sisters} ctx={ctx} />
      <Around ctx={ctx} />
    </>
  );
  return { title: 'Mon organisation', body };
}

function Identity({ own, origins }: { own: OrganisationRow; origins: Record<IdentityPart, Origin> }) {
  const address = [own.street, [own.postcode, own.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <Card title="Identité">
      <DefinitionList
        items={[
          { term: 'Nom', value: <From origin={origins.name}>{own.name}</From> },
          { term: 'Service', value: own.serviceName },
          { term: 'Type', value: organisationKinds[own.kind] },
          {
            term: own.identifierType === 'NONE' ? 'Identifiant' : own.identifierType,
            value: identifierText(own),
          },
          { term: 'Adresse', value: address && <From origin={origins.address}>{address}</From> },
          {
            term: 'Activité',
            value: own.activityCode && <From origin={origins.activity}>{activityText(own)}</From>,
          },
        ]}
      />
    </Card>
  );
}

function From({ origin, children }: { origin: Origin; children?: string }) {
  return (
    <>
      {children}
      <br />
      <small class="soft">
        {sources[origin.source]}, <DateText date={origin.at} />
      </small>
    </>
  );
}

export const sources = {
  register: 'Annuaire des entreprises',
  manual: 'Saisi à la main',
  demo: 'Donnée de démonstration',
} as const;

function Reach({ own }: { own: OrganisationRow }) {
  return (
    <Card title="Coordonnées">
      <DefinitionList
        items={[
          {
            term: 'Adresse électronique',
            value: own.email && <a href={`mailto:${own.email}`}>{own.email}</a>,
          },
          {
            term: 'Téléphone',
            value: own.phone && <a href={`tel:${own.phone}`}>{formatPhone(own.phone)}</a>,
          },
          { term: 'Couleur', value: own.accent === '' ? 'Celle de Guichet' : own.accent },
        ]}
      />
    </Card>
  );
}

function Sisters({ sisters, ctx }: { sisters: readonly SisterService[]; ctx: Context }) {
  const opens = may(ctx.actor, 'service.create').allowed;
  return (
    <Card
      title="Autres services sous le même numéro"
      actions={
        opens && (
          <ButtonLink href="/organisation/services/nouveau" icon="plus">
            Ouvrir un autre service
          </ButtonLink>
        )
      }
    >
      {sisters.length === 0 ? (
        <p>Aucun autre service n’est ouvert sous ce numéro.</p>
      ) : (
        <ul>
          {sisters.map((sister) => (
            <li>{`${sister.serviceName || sister.name} (${organisationKinds[sister.kind]})`}</li>
          ))}
        </ul>
      )}
      <p class="soft">Chaque service a ses membres et ses données. Aucun ne voit ceux des autres.</p>
    </Card>
  );
}

const doors: readonly { href: string; label: string; permission: Permission }[] = [
  { href: '/organisation/membres', label: 'Membres', permission: 'member.read' },
  { href: '/organisation/regles', label: 'Règles de décompte', permission: 'counting.house' },
  { href: '/organisation/decisions', label: 'Décisions à deux', permission: 'approval.request' },
  { href: '/organisation/cles', label: 'Clés de l’API', permission: 'partner-key.manage' },
  { href: '/organisation/courriels', label: 'Courriels', permission: 'mail.read' },
  { href: '/organisation/journal', label: 'Journal', permission: 'journal.read' },
  {
    href: '/organisation/decisions/fermeture',
    label: 'Fermer cette organisation',
    permission: 'approval.request',
  },
];

function Around({ ctx }: { ctx: Context }) {
  return (
    <Card title="Gérer">
      <ul>
        {doors
          .filter(({ permission }) => may(ctx.actor, permission).allowed)
          .map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
      </ul>
    </Card>
  );
}

export function fullName({ name, serviceName }: { name: string; serviceName: string }): string {
  return serviceName === '' ? name : `${name} – ${serviceName}`;
}

function identifierText({ identifier }: OrganisationRow): string {
  if (identifier === null) return '';
  return isSiret(identifier) ? formatSiret(identifier) : identifier;
}

export function activityText({
  activityCode,
  activityNomenclature,
}: Pick<OrganisationRow, 'activityCode' | 'activityNomenclature'>): string {
  const nomenclature = activityNomenclature === '2025' ? 'NAF 2025' : 'NAF rév. 2';
  return activityNomenclature === '' ? activityCode : `${activityCode} (${nomenclature})`;
}

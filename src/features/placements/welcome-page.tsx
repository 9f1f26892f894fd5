/** The welcome sheet, made to be printed: for the site and for the person; nothing of her life is in it. */
import { may } from '#domain/access.ts';
import { formatLongDay } from '#domain/day.ts';
import { formatPhone } from '#domain/phone.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, FieldPair, Form, PhoneField, TextArea, TextField } from '#ui/form.tsx';
import { Card, DefinitionList, Disclosure, EmptyState, PageHeading } from '#ui/parts.tsx';
import { PrintButton } from '#ui/parts/print-button.tsx';
import { sideOf } from './advance.ts';
import type { WelcomeRow } from './welcome.ts';
import { findWelcome } from './welcome.ts';
import type { PlacementRow } from './queries.ts';
import { findPlacement } from './queries.ts';

export async function drawWelcome(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  const placement = await findPlacement(ctx, params['id'] ?? '');
  if (placement === null || (placement.state !== 'selected' && placement.state !== 'hired')) return null;
  const sheet = await findWelcome(ctx, placement.id);
  const writes = sideOf(ctx.actor, placement) === 'facilitator' && may(ctx.actor, 'placement.follow').allowed;
  const contact = await holderOf(request, placement.holderId);
  const body = (
    <>
      <PageHeading
        title="Fiche d’accueil"
        breadcrumb={[
          { href: '/candidatures', label: 'Candidatures' },
          { href: `/candidatures/${placement.id}`, label: placement.title },
        ]}
        lead={`${placement.initials}, ${placement.title}, ${placement.company ?? ''}`}
        actions={sheet !== null && <PrintButton label="Imprimer la fiche" />}
      />
      {sheet === null && !writes && (
        <EmptyState title="La fiche d’accueil n’est pas encore prête.">
          Le facilitateur la prépare avec vous.
        </EmptyState>
      )}
      {sheet !== null && <Sheet sheet={sheet} contact={contact} />}
      {writes && (
        <Disclosure
          summary={sheet === null ? 'Préparer la fiche' : 'Modifier la fiche'}
          open={sheet === null || request.typed}
        >
          <WelcomeForm request={request} placement={placement} sheet={sheet} />
        </Disclosure>
      )}
    </>
  );
  return { title: 'Fiche d’accueil', body, width: 'form' };
}

async function holderOf({ ctx }: PageRequest, holder: string) {
  const row = await ctx.db
    .selectFrom('organisation')
    .select(['name', 'phone', 'email'])
    .where('id', '=', holder)
    .executeTakeFirst();
  return row ?? null;
}

function Sheet({
  sheet,
  contact,
}: {
  sheet: WelcomeRow;
  contact: { name: string; phone: string; email: string } | null;
}) {
  const reached = [contact?.name ?? '', contact === null || contact.phone === '' ? '' : formatPhone(contact.phone)];
  return (
    <Card title="Le premier jour">
      <DefinitionList
        items={[
          {
            term: 'Rendez-vous',
            value: `${formatLongDay(sheet.firstDay)} à ${sheet.firstTime.replace(':', '\u00A0h\u00A0')}`,
          },
          { term: 'Adresse', value: sheet.address },
          {
            term: 'Qui vous reçoit',
            value: [sheet.receives, sheet.phone === '' ? '' : formatPhone(sheet.phone)].filter(Boolean).join(', '),
          },
          { term: 'Votre tuteur', value: sheet.tutor },
          { term: 'À apporter', value: sheet.brings },
          { term: 'Un souci ? Appelez', value: reached.filter(Boolean).join(', ') || (contact?.email ?? '') },
        ]}
      />
    </Card>
  );
}

function WelcomeForm({
  request,
  placement,
  sheet,
}: {
  request: PageRequest;
  placement: PlacementRow;
  sheet: WelcomeRow | null;
}) {
  const stored =
    sheet === null
      ? {
          firstDay: placement.startsOn,
          firstTime: '08:00',
          receives: placement.siteContact,
          phone: placement.sitePhone === '' ? '' : formatPhone(placement.sitePhone),
          brings: 'Une pièce d’identité et un relevé d’identité bancaire.',
        }
      : { ...sheet, phone: sheet.phone === '' ? '' : formatPhone(sheet.phone), version: '' };
  const state = request.typed ? request.form : { values: stored, errors: [] };
  return (
    <Form
      action={`/candidatures/${placement.id}/accueil`}
      formKey={request.key()}
      state={state}
      submit="Enregistrer la fiche"
    >
      <FieldPair>
        <DateField name="firstDay" label="Premier jour" state={state} />
        <TextField name="firstTime" label="Heure" size="short" placeholder="08:00" autocomplete="off" state={state} />
      </FieldPair>
      <TextField name="address" label="Adresse du lieu de travail" autocomplete="off" state={state} />
      <FieldPair>
        <TextField name="receives" label="Qui reçoit la personne" autocomplete="off" state={state} />
        <PhoneField name="phone" label="Son téléphone" optional autocomplete="off" state={state} />
      </FieldPair>
      <TextField name="tutor" label="Tuteur" optional autocomplete="off" state={state} />
      <TextArea name="brings" label="À apporter" optional rows={3} limit={500} state={state} />
    </Form>
  );
}

/** The file of a prescriber: its template, its check line by line with corrections in place, and its sending. */
import { claimCodes } from '#domain/referral-claims.ts';
import type { ReferralFileField } from '#domain/referral-file.ts';
import { referralFileColumns, referralFileFields, referralFileLimits } from '#domain/referral-file.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import type { FormState } from '#ui/form.tsx';
import { CheckboxField, FieldPair, FileField, Form, TextField } from '#ui/form.tsx';
import { ButtonLink, Card, Disclosure, PageHeading, Status } from '#ui/parts.tsx';
import type { CheckedLine } from './import-lines.ts';
import { checkLines, sentLines } from './import-lines.ts';
import type { ReadFile } from './import.ts';
import { InformedField, StructureField } from './proposal-fields.tsx';
import { candidateTrail, NoStructure } from './propose-page.tsx';
import { listStructures } from './structure-queries.ts';

export async function drawImport(request: PageRequest): Promise<View> {
  const structures = await listStructures(request.ctx);
  const body = (
    <>
      <PageHeading
        title="Proposer par fichier"
        breadcrumb={candidateTrail}
        lead={`Jusqu’à ${referralFileLimits.lines} personnes à la fois. Rien n’est envoyé avant que vous ayez tout relu.`}
        actions={
          <ButtonLink href="/candidats/modele.csv" icon="download" download>
            Notre modèle
          </ButtonLink>
        }
      />
      {structures.length === 0 ? (
        <NoStructure />
      ) : (
        <Form
          action="/candidats/importer"
          formKey={request.key()}
          state={request.form}
          multipart
          submit="Lire le fichier"
          blocked="la lecture"
          cancel={{ href: '/candidats', label: 'Annuler' }}
        >
          <FileField
            name="file"
            label="Fichier CSV"
            help="Celui de notre modèle, rempli dans votre tableur et enregistré au format CSV."
            accept=".csv,text/csv"
            state={request.form}
          />
        </Form>
      )}
      <Card title="Les critères se notent par leur code">
        <p>{claimCodes.join(', ')}. Plusieurs codes se séparent par une virgule.</p>
      </Card>
    </>
  );
  return { title: 'Proposer par fichier', body, width: 'form' };
}

/** Drawn again with what was typed when a line is still to fix. */
export async function drawLines(request: PageRequest): Promise<View> {
  const { values } = request.form;
  const structures = await listStructures(request.ctx);
  const holder = typeof values['holderId'] === 'string' ? values['holderId'] : '';
  const known = structures.find(({ id }) => id === holder) ?? structures[0];
  const sent = sentLines(values);
  if (sent.length === 0) return drawImport(request);
  const lines = await checkLines(request.ctx, sent, known?.id ?? '');
  return linesView(request, { lines, structures });
}

export function linesView(request: PageRequest, { lines, structures }: ReadFile): View {
  const toFix = lines.filter(({ line, dropped }) => line === null && !dropped).length;
  const known = lines.filter((one) => one.known).length;
  const ready = lines.filter((one) => one.line !== null && !one.known && !one.dropped).length;
  const state = request.form;
  const body = (
    <>
      <PageHeading
        title="Vérifier le fichier"
        breadcrumb={[...candidateTrail, { href: '/candidats/importer', label: 'Par fichier' }]}
        lead={`${counted(ready, 'ligne prête', 'lignes prêtes')}, ${toFix} à corriger, ${counted(known, 'déjà proposée', 'déjà proposées')}.`}
      />
      <Form
        action="/candidats/importer/lignes"
        formKey={request.key()}
        state={state}
        submit={toFix > 0 ? 'Vérifier et proposer' : `Proposer ${counted(ready, 'personne')}`}
        submitIcon="send"
        blocked="la proposition"
        cancel={{ href: '/candidats/importer', label: 'Autre fichier' }}
      >
        {lines.map((line, place) => (
          <Line line={line} place={place} />
        ))}
        <StructureField structures={structures} state={state} />
        <InformedField state={state} />
      </Form>
    </>
  );
  return { title: 'Vérifier le fichier', body, width: 'form' };
}

function Line({ line, place }: { line: CheckedLine; place: number }) {
  const { typed, dropped, errors, known } = line;
  const name = `${typed.familyName} ${typed.givenName}`.trim() || 'Sans nom';
  const title = `Ligne ${place + 2}\u00A0: ${name}`;
  if (line.line !== null) {
    return (
      <div class="entry">
        <div>
          <strong>{title}</strong>
          <small>{[typed.birthDate, typed.commune, typed.claims].filter(Boolean).join(', ')}</small>
        </div>
        {known ? <Status tone="neutral" label="Déjà proposée" /> : <Status tone="ok" label="Prête" />}
        {referralFileFields.map((field) => (
          <input type="hidden" name={`l${place}-${field}`} value={typed[field]} />
        ))}
      </div>
    );
  }
  const state = stateOf(line, place);
  const wrong = referralFileFields.filter((field) => errors.some((error) => error.field === field));
  const right = referralFileFields.filter((field) => !wrong.includes(field));
  return (
    <Card title={title} aside={<Status tone="attention" label="À corriger" />}>
      {wrong.map((field) => (
        <Cell field={field} place={place} state={state} />
      ))}
      <Disclosure summary="Les autres colonnes">
        <FieldPair>
          {right.map((field) => (
            <Cell field={field} place={place} state={state} />
          ))}
        </FieldPair>
      </Disclosure>
      <CheckboxField name={`l${place}-retirer`} label="Retirer cette ligne" checked={dropped} />
    </Card>
  );
}

function Cell({ field, place, state }: { field: ReferralFileField; place: number; state: FormState }) {
  return (
    <TextField
      name={`l${place}-${field}`}
      label={referralFileColumns[field]}
      optional={field !== 'familyName' && field !== 'givenName' && field !== 'claims'}
      autocomplete="off"
      state={state}
    />
  );
}

function stateOf({ typed, errors }: CheckedLine, place: number): FormState {
  return {
    values: Object.fromEntries(referralFileFields.map((field) => [`l${place}-${field}`, typed[field]])),
    errors: errors.map(({ field, text }) => ({ field: `l${place}-${field}`, text })),
  };
}

/** The form of a new key, and the page that shows it once. */
import { parisDay } from '#domain/day.ts';
import { furthestLastDay, keyScopes, lastDayOfKey, scopeSentence, usualLastDay } from '#domain/partner-key.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxGroup, DateField, Form, TextField } from '#ui/form.tsx';
import { Alert, ButtonLink, DateText, DefinitionList, PageHeading, SecretOnce } from '#ui/parts.tsx';
import type { CreatedKey } from './create.ts';

const trail = [{ href: '/organisation/cles', label: 'Clés de l’API' }];

export async function drawNewKey(request: PageRequest): Promise<View> {
  const { ctx, form: state } = request;
  const today = parisDay(ctx.now);
  const body = (
    <>
      <PageHeading
        title="Nouvelle clé"
        lead="Une clé par programme, avec le moins de portées possible."
        breadcrumb={trail}
      />
      <Form
        action="/organisation/cles/nouvelle"
        formKey={request.key()}
        state={state}
        submit="Créer la clé"
        cancel={{ href: '/organisation/cles', label: 'Annuler' }}
      >
        <TextField
          name="name"
          label="Nom du programme"
          help={'Par exemple «\u00A0Logiciel de paie\u00A0».'}
          state={state}
          maxlength={80}
        />
        <CheckboxGroup
          name="scopes"
          label="Ce que la clé peut faire"
          state={state}
          options={keyScopes.map(({ scope, sentence }) => ({ value: scope, label: sentence, detail: scope }))}
        />
        <DateField
          name="lastDay"
          label="Dernier jour"
          help="Un an au plus. La clé s’arrête à minuit, heure de Paris."
          state={state}
          value={usualLastDay(today)}
          min={today}
          max={furthestLastDay(today)}
        />
      </Form>
    </>
  );
  return { title: 'Nouvelle clé', body, width: 'form' };
}

export function createdView({ key, secret }: CreatedKey): View {
  const body = (
    <>
      <PageHeading title="Clé créée" breadcrumb={trail} />
      <SecretOnce label={`Clé «\u00A0${key.name}\u00A0»`} secret={secret} />
      <Alert tone="attention" title="Gardez-la comme un mot de passe">
        <p>Rangez-la dans le coffre du programme, jamais dans un courriel ni dans un fichier partagé.</p>
      </Alert>
      <DefinitionList
        items={[
          { term: 'Portées', value: key.scopes.map(scopeSentence).join(', ') },
          { term: 'Dernier jour', value: <DateText date={lastDayOfKey(key)} style="long" /> },
        ]}
      />
      <p>
        <ButtonLink href="/organisation/cles">J’ai noté la clé</ButtonLink>
      </p>
    </>
  );
  return { title: 'Clé créée', body, width: 'form' };
}

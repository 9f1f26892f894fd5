/** Where a code is typed, then the terms it opens are read before they are accepted. */
import { formatDay } from '#domain/day.ts';
import { sharedBy } from '#domain/exchange-link.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, TextField } from '#ui/form.tsx';
import { DefinitionList, PageHeading } from '#ui/parts.tsx';
import type { Opened } from './accept.ts';
import { linkTrail } from './new-page.tsx';
import { SharedList } from './shared-list.tsx';

const title = 'Accepter un lien';

export async function drawAccept(request: PageRequest): Promise<View> {
  const { form: state } = request;
  const body = (
    <>
      <PageHeading
        title={title}
        lead="L’organisation qui vous invite vous a remis un code. Vous lirez ce qu’il partage avant d’accepter."
        breadcrumb={linkTrail}
      />
      <Form
        action="/liens/accepter"
        formKey={request.key()}
        state={state}
        submit="Ouvrir le code"
        cancel={{ href: '/liens', label: 'Annuler' }}
      >
        <TextField
          name="code"
          label="Code d’échange"
          help="52 chiffres et lettres, par groupes de quatre. Collez-le en entier, par exemple 7K3M-9QXD-…"
          autocomplete="off"
          maxlength={200}
          state={state}
        />
      </Form>
    </>
  );
  return { title, body, width: 'form' };
}

/** The code travels in the body of the form, never in an address. */
export function termsView({ link, from, code }: Opened, request: PageRequest): View {
  const body = (
    <>
      <PageHeading title={title} lead="Lisez ce que ce lien ouvre, puis décidez." breadcrumb={linkTrail} />
      <DefinitionList
        items={[
          { term: 'Proposé par', value: from },
          { term: 'Objet', value: link.purpose },
          {
            term: 'Durée',
            value: `du ${formatDay(link.validFrom)} au ${formatDay(link.validUntil)}, les deux jours compris`,
          },
          { term: `Vous lirez`, value: <SharedList items={sharedBy('from', link)} /> },
          { term: `${from} lira`, value: <SharedList items={sharedBy('to', link)} /> },
        ]}
      />
      <p>Chaque organisation peut rompre ce lien à tout moment, avec effet immédiat.</p>
      <Form
        action="/liens/accepter"
        formKey={request.key()}
        hidden={{ code, agreed: 'oui' }}
        submit="Accepter ce lien"
        submitIcon="check"
        cancel={{ href: '/liens', label: 'Ne pas accepter' }}
      />
    </>
  );
  return { title, body, width: 'form' };
}

/** The information notice of the people under the clause: in their own space, and open to everyone. */
import type { PageRequest, View } from '#http/route.ts';
import { PageHeading, PrintButton } from '#ui/parts.tsx';
import { ownPage } from './frame.tsx';
import { Information } from './information.tsx';

export function drawOwnInformation(request: PageRequest): Promise<View | null> {
  return ownPage(request, { title: 'Pourquoi ces informations' }, async (me) => (
    <>
      <p>
        Votre fiche est tenue par <b>{me.structure}</b>.
      </p>
      <Information />
      <p>
        <PrintButton label="Imprimer cette page" />
      </p>
    </>
  ));
}

export async function drawPublicInformation(): Promise<View> {
  const title = 'Information des personnes suivies';
  const body = (
    <>
      <PageHeading
        title={title}
        lead="Ce que Guichet garde de vous, pourquoi, et vos droits."
        actions={<PrintButton />}
      />
      <Information />
      <p>
        Vous avez un lien ou un code ? <a href="/mon-espace">Ouvrir mon espace</a>
      </p>
    </>
  );
  return { title, body, width: 'form' };
}

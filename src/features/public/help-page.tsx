/** The short guide: signing in, passkeys, services, contacts, links. */
import type { PageRequest, View } from '#http/route.ts';
import { PageHeading } from '#ui/parts.tsx';
import { OperatorContact } from './operator-contact.tsx';
import { findOperator } from './operator.ts';

export async function drawHelp({ ctx }: PageRequest): Promise<View> {
  const operator = await findOperator(ctx);
  const body = (
    <>
      <PageHeading title="Aide" lead="L’essentiel en cinq points." />
      <SigningIn />
      <Organisations />
      <h2 id="joindre">Besoin d’une personne</h2>
      <p>L’administration de votre organisation gère les accès. Pour une panne, écrivez à l’exploitant.</p>
      <OperatorContact operator={operator} />
    </>
  );
  return { title: 'Aide', body, width: 'narrow' };
}

function SigningIn() {
  return (
    <>
      <h2>1. Se connecter</h2>
      <p>
        Un compte s’ouvre avec l’invitation reçue par courriel, valable sept jours. Ensuite, la page{' '}
        <a href="/connexion">Se connecter</a> demande votre adresse et votre mot de passe, ou votre clé d’accès, ou
        ProConnect si votre instance le propose. Mot de passe oublié ? Un lien valable trente minutes vous est envoyé.
      </p>
      <p>
        Après trente minutes sans activité, il faut se reconnecter. Certaines pages redemandent qui vous êtes : c’est le
        cas avant de changer un mot de passe ou de créer une clé de l’API.
      </p>
      <h2>2. Clés d’accès et codes</h2>
      <p>
        Une clé d’accès remplace le mot de passe par l’empreinte, le visage ou le code de votre appareil. Ajoutez-en une
        par appareil dans <a href="/compte/securite">Sécurité du compte</a>. À défaut, une application de codes fait
        l’affaire. Imprimez vos dix codes de secours : ils servent si votre téléphone manque. Qui administre une
        organisation doit avoir l’un ou l’autre.
      </p>
    </>
  );
}

function Organisations() {
  return (
    <>
      <h2>3. Organisation et services</h2>
      <p>
        Vous travaillez pour une organisation à la fois ; l’en-tête la rappelle et permet d’en changer. Une grande
        organisation peut ouvrir plusieurs services sous le même SIRET : chacun a ses membres et ne voit pas le travail
        des autres.
      </p>
      <h2>4. Points de contact</h2>
      <p>
        Un point de contact est un service que l’on peut joindre, par exemple « Service marchés ». Les membres les
        lisent ; l’administration les tient à jour. La note interne ne sort jamais de votre organisation.
      </p>
      <h2>5. Liens d’échange</h2>
      <p>
        Un lien dit ce que deux organisations partagent, pour quoi et jusqu’à quand. L’une le propose et reçoit un code
        à transmettre ; l’autre l’accepte. Chacune peut le rompre à tout moment, et il s’arrête de lui-même à sa date de
        fin.
      </p>
    </>
  );
}

/** The documentation of the API for people, drawn from the same document as programs read. */
import { keyScopes } from '#domain/partner-key.ts';
import { isRefusalCode, refusals } from '#domain/refusals.ts';
import { throttlePolicy } from '#domain/throttle.ts';
import type { View } from '#http/route.ts';
import { statusOf } from '#http/status.ts';
import { ButtonLink, Card, DefinitionList, PageHeading } from '#ui/parts.tsx';
import type { EndpointEntry } from './document.ts';
import { EndpointCard } from './endpoint-card.tsx';

const { limit, seconds } = throttlePolicy.classes.api;

export function drawDocumentation(entries: readonly EndpointEntry[]): View {
  const body = (
    <>
      <PageHeading
        title="API de Guichet"
        lead="Ce qu’un programme de votre organisation peut lire et écrire, avec les mêmes règles que les pages."
        actions={<ButtonLink href="/api/v1/openapi.json">Document OpenAPI 3.1</ButtonLink>}
      />
      <nav aria-label="Sommaire">
        <ul>
          {entries.map(({ id, method, path }) => (
            <li>
              <a href={`#${id}`}>
                <code>{`${method} ${path}`}</code>
              </a>
            </li>
          ))}
          <li>
            <a href="#codes">Codes d’erreur</a>
          </li>
        </ul>
      </nav>
      <Introduction />
      {entries.map((entry) => (
        <EndpointCard entry={entry} />
      ))}
      <Codes />
    </>
  );
  return { title: 'API', body };
}

function Introduction() {
  return (
    <>
      <Card title="Clés">
        <p>
          Un administrateur crée la clé dans la <a href="/organisation/cles">page des clés</a>. Elle commence par{' '}
          <code>gk_</code> et voyage dans l’en-tête <code>Authorization: Bearer</code>, jamais dans une adresse. Elle
          expire au bout d’un an au plus, et se révoque à tout moment.
        </p>
      </Card>
      <Card title="Portées">
        <p>Une clé n’ouvre que ce qui est coché à sa création.</p>
        <DefinitionList items={keyScopes.map(({ scope, sentence }) => ({ term: scope, value: sentence }))} />
      </Card>
      <Card title="Idempotence">
        <p>
          Chaque écriture porte un en-tête <code>Idempotency-Key</code> de 8 à 255 caractères, choisi par vous. Après
          une coupure, renvoyez la même demande avec la même clé{'\u00A0'}: elle n’aura qu’un effet, et la réponse
          portera <code>Idempotency-Replayed: true</code>. La clé est gardée 7 jours. Avec un autre corps, elle est
          refusée.
        </p>
      </Card>
      <Card title="Erreurs">
        <p>
          Une erreur est un objet <code>application/problem+json</code> (RFC 9457){'\u00A0'}: <code>code</code> ne
          change jamais de sens, <code>title</code> se montre à une personne, <code>errors</code> nomme les champs. Un
          champ inconnu est refusé. Ce qui n’est pas à vous répond comme ce qui n’existe pas. Un nom répété dans un
          objet JSON vaut sa dernière valeur.
        </p>
      </Card>
      <Card title="Débit">
        <p>
          {`${limit} demandes par ${seconds === 60 ? 'minute' : `${seconds} secondes`} et par clé. `}
          Les en-têtes <code>RateLimit</code> et <code>RateLimit-Policy</code> disent ce qui reste. Au-delà, la réponse
          est 429{'\u00A0'}: attendez le nombre de secondes de <code>Retry-After</code>.
        </p>
      </Card>
      <Card title="Versions">
        <p>
          L’adresse porte la version, <code>/api/v1</code>. Des champs peuvent s’ajouter aux réponses
          {'\u00A0'}: ignorez ceux que vous ne connaissez pas. Ce qui casserait un programme prend une nouvelle version.
          L’API s’adresse à des serveurs{'\u00A0'}: aucune page d’un autre site ne peut l’appeler.
        </p>
      </Card>
    </>
  );
}

/** `type` of a problem points here. */
function Codes() {
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">Codes d’erreur</h2>
      <dl class="definitions">
        {Object.keys(refusals)
          .filter(isRefusalCode)
          .map((code) => (
            <div id={code}>
              <dt>
                <code>{code}</code>
                {` (${statusOf(code)})`}
              </dt>
              <dd>{refusals[code].sentence}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

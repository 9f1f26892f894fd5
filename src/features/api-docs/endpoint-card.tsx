/** One endpoint: what it does, what it takes, a call to copy and what it answers. */
import { DefinitionList } from '#ui/parts.tsx';
import type { EndpointEntry, Parameter } from './document.ts';

const places: Record<Parameter['in'], string> = {
  path: 'Dans l’adresse',
  query: 'Dans la requête',
  header: 'En-tête',
  body: 'Dans le corps',
};

export function EndpointCard({ entry }: { entry: EndpointEntry }) {
  const { id, method, path, summary, description, parameters, call, status, answer } = entry;
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>
          <code>{`${method} ${path}`}</code>
        </h2>
      </div>
      <div class="card-body">
        <p lang="en">{summary}</p>
        <p>{description.replaceAll('`', '')}</p>
        {parameters.length > 0 && (
          <>
            <h3>Paramètres</h3>
            <DefinitionList items={parameters.map(described)} />
          </>
        )}
        <h3>Appel</h3>
        <Example text={call} />
        <h3>{`Réponse ${status}`}</h3>
        {answer === null ? <p>Sans contenu.</p> : <Example text={answer} />}
      </div>
    </section>
  );
}

/** Wraps instead of scrolling, so that nothing hides on a phone; what is copied stays whole. */
function Example({ text }: { text: string }) {
  return (
    <pre>
      <code>{text}</code>
    </pre>
  );
}

function described({ name, in: place, required, type, description }: Parameter) {
  const facts = [places[place], type, required ? 'obligatoire' : 'facultatif'].join(', ');
  return { term: name, value: description === '' ? `${facts}.` : `${facts}. ${description}` };
}

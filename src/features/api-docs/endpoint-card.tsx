/** One endpoint: what it does, what it takes, a call to copy and what it answers. */
import type { EndpointEntry, Parameter } from './document.ts';

const places: Record<Parameter['in'], string> = {
  path: 'adresse',
  query: 'requête',
  header: 'en-tête',
  body: 'corps',
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
        {parameters.length > 0 && <Parameters parameters={parameters} about={`${method} ${path}`} />}
        <h3>Appel</h3>
        <Example label={`Exemple d’appel\u00A0: ${method} ${path}`} text={call} />
        <h3>{`Réponse ${status}`}</h3>
        {answer === null ? <p>Sans contenu.</p> : <Example label={`Exemple de réponse\u00A0: ${method} ${path}`} text={answer} />}
      </div>
    </section>
  );
}

/** Scrolls on its own when it is too wide, by the keyboard too. */
function Example({ label, text }: { label: string; text: string }) {
  return (
    <div class="table-scroll" tabindex={0} role="group" aria-label={label}>
      <pre>
        <code>{text}</code>
      </pre>
    </div>
  );
}

function Parameters({ parameters, about }: { parameters: readonly Parameter[]; about: string }) {
  return (
    <div class="table-scroll" tabindex={0} role="group" aria-label={`Paramètres de ${about}`}>
      <table class="plain-table">
        <caption class="visually-hidden">{`Paramètres de ${about}`}</caption>
        <thead>
          <tr>
            <th scope="col">Nom</th>
            <th scope="col">Où</th>
            <th scope="col">Valeur</th>
            <th scope="col">Obligatoire</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, in: place, required, type, description }) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{places[place]}</td>
              <td>{[type, description].filter(Boolean).join('. ')}</td>
              <td>{required ? 'oui' : 'non'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

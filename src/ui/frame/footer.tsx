/** The foot of every page: the duties of a public service, one link each. */

const links = [
  { href: '/accessibilite', label: 'Accessibilité\u00A0: non conforme (audit à venir)' },
  { href: '/donnees-personnelles', label: 'Données personnelles' },
  { href: '/droits', label: 'Droits' },
  { href: '/api', label: 'API' },
  { href: '/plan', label: 'Plan du site' },
];

export function Footer() {
  return (
    <footer class="foot">
      {links.map(({ href, label }) => (
        <a href={href}>{label}</a>
      ))}
    </footer>
  );
}

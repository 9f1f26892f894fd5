/** Why a letter did not leave, in words: what the mail server's code means and what to do. */

export function problemSentence(code: string): string {
  if (code === '') return '';
  if (code === 'INVALID') return 'L’adresse n’est pas valable. Corrigez-la là où elle a été saisie.';
  if (code === 'template-unknown')
    return 'Ce courriel vient d’une autre version de Guichet. Signalez-le à l’assistance.';
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === '535') {
    return 'Le serveur de courriel refuse notre mot de passe. Signalez-le à l’assistance.';
  }
  if (/^E[A-Z]+$/u.test(code)) return 'Le serveur de courriel ne répond pas. Un nouvel essai est prévu.';
  if (code.startsWith('4'))
    return `Le serveur du destinataire demande d’attendre (code ${code}). Un nouvel essai est prévu.`;
  if (code.startsWith('5')) return `Le serveur du destinataire refuse ce courriel (code ${code}). Vérifiez l’adresse.`;
  return `L’envoi a échoué (${code}). Un nouvel essai est prévu.`;
}

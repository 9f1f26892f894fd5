/** Common passwords and passphrases, French first. Origin: written for this project, from no leaked list. */

/** Words people take when they think of one: alone with figures, or two by two. */
const words =
  `motdepasse password passe secret bonjour bonsoir bienvenue merci salut soleil lune etoile chocolat doudou loulou
  nounours chouchou cheri cherie coeur amour toujours jetaime bebe maman papa mamie papy famille enfant princesse prince
  marseille paris lyon bordeaux toulouse nantes lille bretagne france football rugby champion marine nicolas julien
  thomas camille isabelle sophie chat chien cheval dauphin papillon licorne dragon tigre loup liberte egalite fraternite
  travail bureau boulot mairie ville commune service direction ordinateur internet connexion compte admin
  administrateur azerty azertyuiop qwerty qwertyuiop wxcvbn qsdfgh janvier fevrier mars avril mai juin juillet aout
  septembre octobre novembre decembre printemps automne hiver vacances weekend lundi vendredi samedi dimanche
  welcome letmein iloveyou sunshine football baseball monkey master hello login user guest default changeme test demo
  demonstration monmotdepasse nouveau temporaire provisoire insertion clause marche public`.split(/\s+/u);

/** Sentences everybody has read or sung; they count whole, or cut after the fifteenth letter. */
const sentences = `liberte egalite fraternite|je pense donc je suis|longtemps je me suis couche de bonne heure
  |il etait une fois|il etait une fois dans la ville|etre ou ne pas etre|etre ou ne pas etre telle est la question
  |to be or not to be|to be or not to be that is the question|correct horse battery staple|cheval correct batterie agrafe
  |allons enfants de la patrie|le jour de gloire est arrive|aux armes citoyens|formez vos bataillons
  |la raison du plus fort est toujours la meilleure|rien ne sert de courir il faut partir a point
  |tel est pris qui croyait prendre|maitre corbeau sur un arbre perche|la cigale ayant chante tout l ete
  |frere jacques dormez vous|au clair de la lune|au clair de la lune mon ami pierrot|sur le pont d avignon
  |il court il court le furet|une souris verte qui courait dans l herbe|alouette gentille alouette|ainsi font font font
  |joyeux anniversaire|bon anniversaire|happy birthday to you|joyeux noel et bonne annee|bonne annee bonne sante
  |que la force soit avec toi|may the force be with you|un pour tous tous pour un|luke je suis ton pere
  |vers l infini et au dela|hakuna matata|elementaire mon cher watson|a l ouest rien de nouveau
  |le coeur a ses raisons que la raison ne connait point|on ne voit bien qu avec le coeur|dessine moi un mouton
  |l essentiel est invisible pour les yeux|science sans conscience n est que ruine de l ame|l enfer c est les autres
  |tout vient a point a qui sait attendre|petit a petit l oiseau fait son nid|pierre qui roule n amasse pas mousse
  |qui vole un oeuf vole un boeuf|l habit ne fait pas le moine|mieux vaut tard que jamais|apres la pluie le beau temps
  |paris ne s est pas fait en un jour|tous les chemins menent a rome|veni vidi vici|carpe diem carpe diem|alea jacta est
  |sous le pont mirabeau coule la seine|demain des l aube|o temps suspends ton vol|mignonne allons voir si la rose
  |heureux qui comme ulysse|les sanglots longs des violons de l automne|ceci n est pas un mot de passe
  |ceci est mon mot de passe|ceci est un mot de passe|voici mon mot de passe|mon mot de passe est secret
  |mot de passe oublie|mon nouveau mot de passe|un mot de passe tres long|un mot de passe de quinze caracteres
  |quinze caracteres minimum|je ne sais pas quoi mettre|je n ai pas d idee|je deteste les mots de passe
  |mon super mot de passe|le mot de passe de maman|this is my password|this is a password|my secret password
  |i love you so much|i love you forever|je t aime pour toujours|je t aime mon amour|mon amour pour la vie
  |mon petit coeur d amour|tout le monde il est beau|allez les bleus|allez l om|ici c est paris|vive la france
  |et un et deux et trois zero|the quick brown fox jumps over the lazy dog|portez ce vieux whisky au juge blond qui fume
  |once upon a time|in god we trust|we are the champions|let it be let it be|all you need is love|never gonna give you up
  |winter is coming|open sesame|sesame ouvre toi|abracadabra abracadabra|supercalifragilisticexpialidocious
  |anticonstitutionnellement|intergouvernementalisations|hippopotomonstrosesquippedaliophobie
  |clause sociale d insertion|heures d insertion|marches publics|mairie de paris|republique francaise
  |direction des ressources humaines|service des marches publics|code de la commande publique|france travail
  |entreprise d insertion|je travaille a la mairie|vive les vacances|vive la retraite|bientot les vacances
  |lorem ipsum dolor sit amet|administrateur systeme|compte administrateur|mot de passe administrateur`;

/** Keys without accents, capitals, spaces nor signs: several thousands, from which rules take away figures first. */
export const commonPasswords: ReadonlySet<string> = new Set([...wordKeys(), ...sentenceKeys()]);

function wordKeys(): string[] {
  return words.flatMap((first) => [first, ...words.map((second) => `${first}${second}`)]);
}

function sentenceKeys(): string[] {
  return sentences.split('|').flatMap((sentence) => {
    const letters = sentence.replace(/\s/gu, '');
    const cuts = Array.from({ length: Math.max(0, letters.length - 15) }, (_, cut) => letters.slice(0, 15 + cut));
    return [letters, ...cuts];
  });
}

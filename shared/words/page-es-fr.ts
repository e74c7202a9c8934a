import type { PageWords } from '#shared/words/page-words.ts';

export const es: PageWords = {
  signIn: {
    title: 'Iniciar sesión',
    intro: 'Inicie sesión para conectar un navegador o ver los que están conectados.',
    email: 'Correo electrónico',
    password: 'Contraseña',
    submit: 'Iniciar sesión',
    or: 'o',
    continueWith: (provider) => `Continuar con ${provider}`,
    wrong: 'Este correo y esta contraseña no coinciden. Revise ambos e inténtelo de nuevo.',
    tooOften: (minutes) =>
      minutes === 1
        ? 'Demasiados intentos. Inténtelo de nuevo dentro de un minuto.'
        : `Demasiados intentos. Inténtelo de nuevo dentro de ${minutes} minutos.`,
    notInvited:
      'No se ha podido iniciar sesión así. Pida a quien gestiona este servidor que invite su dirección.',
    providerUnreachable:
      'El inicio de sesión único no está disponible ahora. Inténtelo de nuevo dentro de un minuto.',
    signedInAs: (name) => `Sesión iniciada como ${name}`,
    signOut: 'Cerrar sesión',
    signedOut: 'Ha cerrado la sesión',
    signedOutMeans: 'Los navegadores que ha conectado siguen conectados.',
    signInAgain: 'Iniciar sesión de nuevo',
  },
  invitation: {
    title: (contract) => `Unirse a ${contract}`,
    passwordTitle: 'Elegir una contraseña nueva',
    toSeat: (seat, holder) => `Le invitan como titular de ${seat} (${holder}).`,
    toLead: 'Le invitan como responsable de equipo.',
    toAdmin: 'Le invitan como administrador.',
    toPassword:
      'Se cerrará su sesión en todas partes. Los navegadores conectados siguen conectados.',
    name: 'Su nombre',
    newPassword: 'Contraseña nueva',
    again: 'La misma contraseña otra vez',
    rule: (characters) => `Al menos ${characters} caracteres. Una frase sirve bien.`,
    tooShort: (characters) => `Una contraseña tiene al menos ${characters} caracteres.`,
    tooLong: (characters) => `Una contraseña tiene como máximo ${characters} caracteres.`,
    isAddress: 'Su correo no vale como contraseña. Elija otra.',
    different: 'Las dos contraseñas son distintas. Escriba dos veces la misma.',
    nameMissing: 'Escriba su nombre.',
    accept: 'Aceptar',
    setPassword: 'Guardar la contraseña',
    signInFirst: (email) => `Ya tiene una cuenta. Inicie sesión como ${email} para aceptar.`,
    isForOther: (email, signedIn) =>
      `Esta invitación es para ${email} y ha iniciado sesión como ${signedIn}. Cierre antes la sesión.`,
    gone: 'Este enlace ya no sirve',
    goneMeans: 'Se usó, se retiró o tiene más de una semana. Pida uno nuevo.',
    accepted: 'Invitación aceptada',
    nextConnect:
      'Ahora abra las opciones de la extensión Good Standing, escriba la dirección de este servidor y pulse Conectar.',
  },
  approval: {
    title: 'Conectar un navegador',
    askCode: 'Escriba el código que muestra la extensión.',
    code: 'Código',
    codeHint: 'Ocho letras y cifras',
    next: 'Siguiente',
    codeUnknown:
      'Ese código no existe o ha caducado. Pulse Conectar en la extensión para obtener otro.',
    device: 'Navegador',
    compare: '¿Muestra la extensión este código?',
    whatFor: 'Conectarlo a',
    asSeat: (seat, holder, contract) => `${holder} (${seat}), ${contract}`,
    asLead: (contract) => `sus equipos, como responsable de ${contract}`,
    asAdmin: (contract) => `todo ${contract}, como administrador`,
    caution: 'Apruebe solo si usted mismo acaba de pulsar Conectar y el código es el mismo.',
    approve: 'Aprobar',
    deny: 'Rechazar',
    approved: 'Conectado',
    approvedMeans: (device) => `${device} se está conectando. Puede cerrar esta página.`,
    denied: 'No conectado',
    deniedMeans: (device) => `${device} no se ha conectado.`,
    noPlace: 'Todavía no hay nada a lo que conectarse',
    noPlaceMeans:
      'Aquí no tiene ninguna licencia ni dirige ningún equipo. Pida una invitación a quien gestiona este servidor.',
  },
  devices: {
    title: 'Sus navegadores',
    none: 'No hay ningún navegador conectado.',
    connectedAt: (moment) => `Conectado el ${moment}`,
    lastSeenAt: (moment) => `visto por última vez el ${moment}`,
    end: 'Desconectar',
    endNamed: (device) => `Desconectar ${device}`,
    ended: 'Ya no está conectado.',
  },
  otherOrigin: 'Este formulario llegó desde otra dirección y no se ha aceptado.',
  tryAgain: 'Abra la página de nuevo e inténtelo otra vez.',
};

export const fr: PageWords = {
  signIn: {
    title: 'Se connecter',
    intro: 'Connectez-vous pour relier un navigateur ou voir ceux qui le sont.',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    submit: 'Se connecter',
    or: 'ou',
    continueWith: (provider) => `Continuer avec ${provider}`,
    wrong: 'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux et réessayez.',
    tooOften: (minutes) =>
      minutes === 1
        ? 'Trop de tentatives. Réessayez dans une minute.'
        : `Trop de tentatives. Réessayez dans ${minutes} minutes.`,
    notInvited:
      'La connexion n’a pas abouti ainsi. Demandez à la personne qui gère ce serveur d’inviter votre adresse.',
    providerUnreachable:
      'L’authentification unique est injoignable pour le moment. Réessayez dans une minute.',
    signedInAs: (name) => `Connecté en tant que ${name}`,
    signOut: 'Se déconnecter',
    signedOut: 'Vous êtes déconnecté',
    signedOutMeans: 'Les navigateurs que vous avez reliés le restent.',
    signInAgain: 'Se connecter à nouveau',
  },
  invitation: {
    title: (contract) => `Rejoindre ${contract}`,
    passwordTitle: 'Choisir un nouveau mot de passe',
    toSeat: (seat, holder) => `Vous êtes invité comme titulaire de ${seat} (${holder}).`,
    toLead: 'Vous êtes invité comme responsable d’équipe.',
    toAdmin: 'Vous êtes invité comme administrateur.',
    toPassword: 'Vous serez déconnecté partout. Les navigateurs reliés le restent.',
    name: 'Votre nom',
    newPassword: 'Nouveau mot de passe',
    again: 'Le même mot de passe encore une fois',
    rule: (characters) => `Au moins ${characters} caractères. Une phrase convient bien.`,
    tooShort: (characters) => `Un mot de passe a au moins ${characters} caractères.`,
    tooLong: (characters) => `Un mot de passe a au plus ${characters} caractères.`,
    isAddress: 'Votre adresse e-mail n’est pas un mot de passe. Choisissez-en un autre.',
    different: 'Les deux mots de passe diffèrent. Saisissez deux fois le même.',
    nameMissing: 'Saisissez votre nom.',
    accept: 'Accepter',
    setPassword: 'Enregistrer le mot de passe',
    signInFirst: (email) =>
      `Vous avez déjà un compte. Connectez-vous en tant que ${email} pour accepter.`,
    isForOther: (email, signedIn) =>
      `Cette invitation est pour ${email}, et vous êtes connecté en tant que ${signedIn}. Déconnectez-vous d’abord.`,
    gone: 'Ce lien ne fonctionne plus',
    goneMeans: 'Il a été utilisé, retiré, ou a plus d’une semaine. Demandez-en un nouveau.',
    accepted: 'Invitation acceptée',
    nextConnect:
      'Ouvrez maintenant les options de l’extension Good Standing, saisissez l’adresse de ce serveur et appuyez sur Connecter.',
  },
  approval: {
    title: 'Relier un navigateur',
    askCode: 'Saisissez le code que l’extension affiche.',
    code: 'Code',
    codeHint: 'Huit lettres et chiffres',
    next: 'Suivant',
    codeUnknown:
      'Ce code n’existe pas ou a expiré. Appuyez sur Connecter dans l’extension pour en obtenir un autre.',
    device: 'Navigateur',
    compare: 'L’extension affiche-t-elle ce code ?',
    whatFor: 'Le relier à',
    asSeat: (seat, holder, contract) => `${holder} (${seat}), ${contract}`,
    asLead: (contract) => `vos équipes, comme responsable de ${contract}`,
    asAdmin: (contract) => `tout ${contract}, comme administrateur`,
    caution:
      'N’approuvez que si vous venez d’appuyer vous-même sur Connecter et si le code est le même.',
    approve: 'Approuver',
    deny: 'Refuser',
    approved: 'Relié',
    approvedMeans: (device) => `${device} est en cours de liaison. Vous pouvez fermer cette page.`,
    denied: 'Non relié',
    deniedMeans: (device) => `${device} n’a pas été relié.`,
    noPlace: 'Il n’y a encore rien à relier',
    noPlaceMeans:
      'Vous ne tenez ici aucune licence et ne dirigez aucune équipe. Demandez une invitation à la personne qui gère ce serveur.',
  },
  devices: {
    title: 'Vos navigateurs',
    none: 'Aucun navigateur n’est relié.',
    connectedAt: (moment) => `Relié le ${moment}`,
    lastSeenAt: (moment) => `vu pour la dernière fois le ${moment}`,
    end: 'Retirer',
    endNamed: (device) => `Retirer ${device}`,
    ended: 'Il n’est plus relié.',
  },
  otherOrigin: 'Ce formulaire vient d’une autre adresse et n’a pas été accepté.',
  tryAgain: 'Rouvrez la page et réessayez.',
};

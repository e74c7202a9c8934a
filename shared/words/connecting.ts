import type { Catalogue } from '#shared/words/language.ts';

export type ConnectingWords = {
  title: string;
  connectedTitle: string;
  intro: string;
  server: string;
  /** Beside an address or a contract that an organisation has set. */
  managed: string;
  contract: string;
  /** An organisation's setting that cannot be used. */
  managedFault: Readonly<Record<'server' | 'contract', string>>;
  connect: string;
  connecting: string;
  compare: string;
  /** Read out before the letters of the code. */
  code: string;
  compareMeans: string;
  waiting: string;
  unreachable: string;
  minutesLeft: (minutes: number) => string;
  openAgain: string;
  cancel: string;
  disconnect: string;
  connectedAsSeat: (seat: string, contract: string) => string;
  /** Who holds the seat. */
  heldBy: (holder: string) => string;
  connectedAsLead: (contract: string) => string;
  connectedMeans: string;
  leadMeans: string;
  at: (server: string) => string;
  waitingStays: (count: number) => string;
  privacy: string;
};

const en: ConnectingWords = {
  title: 'Connect Good Standing',
  connectedTitle: 'Connection',
  intro:
    'Your team’s Good Standing server keeps the figures. Connect opens a page of it, where you sign in and approve this browser.',
  server: 'Server address',
  managed: 'Set by your organisation.',
  contract: 'Contract',
  managedFault: {
    server:
      'Your organisation has set a server address that cannot be used. Please tell whoever manages this browser.',
    contract:
      'Your organisation has set a contract that cannot be used. Please tell whoever manages this browser.',
  },
  connect: 'Connect',
  connecting: 'Connecting …',
  compare: 'Compare this code with the page that has opened',
  code: 'Code',
  compareMeans: 'Approve it there only if both are the same.',
  waiting: 'Waiting for your approval …',
  unreachable: 'The server does not answer. It is asked again by itself.',
  minutesLeft: (minutes) =>
    minutes === 1
      ? 'The code is good for another minute.'
      : `The code is good for another ${minutes} minutes.`,
  openAgain: 'Open the page again',
  cancel: 'Cancel',
  disconnect: 'Disconnect',
  connectedAsSeat: (seat, contract) => `Connected to seat ${seat} of ${contract}.`,
  heldBy: (holder) => `It is held by ${holder}.`,
  connectedAsLead: (contract) => `Connected as a lead of ${contract}.`,
  connectedMeans:
    'Recruiter now shows the response rate where you write, if it is open under this contract.',
  leadMeans: 'The list of all seats is in the extension’s popup.',
  at: (server) => `Server: ${server}`,
  waitingStays: (count) =>
    count === 1
      ? '1 send has not been reported yet. It is reported when this seat is connected again.'
      : `${count} sends have not been reported yet. They are reported when this seat is connected again.`,
  privacy:
    'Only counts and times of sends leave this browser, and recipients as keyed hashes. No message text, and no request to LinkedIn.',
};

const de: ConnectingWords = {
  title: 'Good Standing verbinden',
  connectedTitle: 'Verbindung',
  intro:
    'Der Good-Standing-Server Ihres Teams führt die Zahlen. „Verbinden“ öffnet eine Seite von ihm, auf der Sie sich anmelden und diesen Browser bestätigen.',
  server: 'Adresse des Servers',
  managed: 'Von Ihrer Organisation festgelegt.',
  contract: 'Vertrag',
  managedFault: {
    server:
      'Ihre Organisation hat eine Serveradresse festgelegt, die nicht benutzt werden kann. Bitte sagen Sie es denen, die diesen Browser verwalten.',
    contract:
      'Ihre Organisation hat einen Vertrag festgelegt, der nicht benutzt werden kann. Bitte sagen Sie es denen, die diesen Browser verwalten.',
  },
  connect: 'Verbinden',
  connecting: 'Wird verbunden …',
  compare: 'Vergleichen Sie diesen Code mit der Seite, die sich geöffnet hat',
  code: 'Code',
  compareMeans: 'Bestätigen Sie ihn dort nur, wenn beide gleich sind.',
  waiting: 'Wartet auf Ihre Bestätigung …',
  unreachable: 'Der Server antwortet nicht. Er wird von selbst wieder gefragt.',
  minutesLeft: (minutes) =>
    minutes === 1 ? 'Der Code gilt noch eine Minute.' : `Der Code gilt noch ${minutes} Minuten.`,
  openAgain: 'Seite noch einmal öffnen',
  cancel: 'Abbrechen',
  disconnect: 'Verbindung trennen',
  connectedAsSeat: (seat, contract) => `Verbunden mit Seat ${seat} von ${contract}.`,
  heldBy: (holder) => `Er gehört ${holder}.`,
  connectedAsLead: (contract) => `Verbunden als Leitung von ${contract}.`,
  connectedMeans:
    'Recruiter zeigt jetzt die Antwortrate dort, wo Sie schreiben, wenn es unter diesem Vertrag geöffnet ist.',
  leadMeans: 'Die Liste aller Seats steht im Popup der Erweiterung.',
  at: (server) => `Server: ${server}`,
  waitingStays: (count) =>
    count === 1
      ? '1 Versand ist noch nicht gemeldet. Er wird gemeldet, wenn dieser Seat wieder verbunden ist.'
      : `${count} Sendungen sind noch nicht gemeldet. Sie werden gemeldet, wenn dieser Seat wieder verbunden ist.`,
  privacy:
    'Diesen Browser verlassen nur Anzahl und Zeit der Sendungen, und Empfänger als verschlüsselte Prüfwerte. Kein Nachrichtentext, und keine Anfrage an LinkedIn.',
};

const es: ConnectingWords = {
  title: 'Conectar Good Standing',
  connectedTitle: 'Conexión',
  intro:
    'El servidor Good Standing de su equipo lleva las cifras. «Conectar» abre una página suya, donde inicia sesión y aprueba este navegador.',
  server: 'Dirección del servidor',
  managed: 'Fijado por su organización.',
  contract: 'Contrato',
  managedFault: {
    server:
      'Su organización ha fijado una dirección de servidor que no puede usarse. Avise a quien administra este navegador.',
    contract:
      'Su organización ha fijado un contrato que no puede usarse. Avise a quien administra este navegador.',
  },
  connect: 'Conectar',
  connecting: 'Conectando …',
  compare: 'Compare este código con la página que se ha abierto',
  code: 'Código',
  compareMeans: 'Apruébelo allí solo si los dos son iguales.',
  waiting: 'A la espera de su aprobación …',
  unreachable: 'El servidor no responde. Se le volverá a preguntar sin que haga nada.',
  minutesLeft: (minutes) =>
    minutes === 1 ? 'El código vale un minuto más.' : `El código vale ${minutes} minutos más.`,
  openAgain: 'Abrir otra vez la página',
  cancel: 'Cancelar',
  disconnect: 'Desconectar',
  connectedAsSeat: (seat, contract) => `Conectado a la licencia ${seat} de ${contract}.`,
  heldBy: (holder) => `Es de ${holder}.`,
  connectedAsLead: (contract) => `Conectado como responsable de ${contract}.`,
  connectedMeans:
    'Recruiter muestra ahora la tasa de respuesta donde escribe, si está abierto con este contrato.',
  leadMeans: 'La lista de todas las licencias está en la ventana de la extensión.',
  at: (server) => `Servidor: ${server}`,
  waitingStays: (count) =>
    count === 1
      ? '1 envío no se ha comunicado todavía. Se comunicará cuando esta licencia vuelva a conectarse.'
      : `${count} envíos no se han comunicado todavía. Se comunicarán cuando esta licencia vuelva a conectarse.`,
  privacy:
    'De este navegador solo salen el número y la hora de los envíos, y los destinatarios como códigos con clave. Ningún texto de mensajes, y ninguna petición a LinkedIn.',
};

const fr: ConnectingWords = {
  title: 'Connecter Good Standing',
  connectedTitle: 'Connexion',
  intro:
    'Le serveur Good Standing de votre équipe tient les chiffres. « Connecter » ouvre une de ses pages, où vous vous identifiez et approuvez ce navigateur.',
  server: 'Adresse du serveur',
  managed: 'Fixé par votre organisation.',
  contract: 'Contrat',
  managedFault: {
    server:
      'Votre organisation a fixé une adresse de serveur inutilisable. Prévenez la personne qui gère ce navigateur.',
    contract:
      'Votre organisation a fixé un contrat inutilisable. Prévenez la personne qui gère ce navigateur.',
  },
  connect: 'Connecter',
  connecting: 'Connexion …',
  compare: 'Comparez ce code avec la page qui s’est ouverte',
  code: 'Code',
  compareMeans: 'Ne l’approuvez là-bas que si les deux sont identiques.',
  waiting: 'En attente de votre approbation …',
  unreachable: 'Le serveur ne répond pas. Il sera interrogé à nouveau tout seul.',
  minutesLeft: (minutes) =>
    minutes === 1
      ? 'Le code est valable encore une minute.'
      : `Le code est valable encore ${minutes} minutes.`,
  openAgain: 'Rouvrir la page',
  cancel: 'Annuler',
  disconnect: 'Déconnecter',
  connectedAsSeat: (seat, contract) => `Connecté à la licence ${seat} de ${contract}.`,
  heldBy: (holder) => `Elle est tenue par ${holder}.`,
  connectedAsLead: (contract) => `Connecté comme responsable de ${contract}.`,
  connectedMeans:
    'Recruiter affiche maintenant le taux de réponse là où vous écrivez, s’il est ouvert sous ce contrat.',
  leadMeans: 'La liste de toutes les licences se trouve dans la fenêtre de l’extension.',
  at: (server) => `Serveur : ${server}`,
  waitingStays: (count) =>
    count === 1
      ? '1 envoi n’a pas encore été transmis. Il le sera quand cette licence sera de nouveau connectée.'
      : `${count} envois n’ont pas encore été transmis. Ils le seront quand cette licence sera de nouveau connectée.`,
  privacy:
    'Seuls le nombre et l’heure des envois quittent ce navigateur, et les destinataires sous forme d’empreintes à clé. Aucun texte de message, et aucune requête à LinkedIn.',
};

export const connectingWords: Catalogue<ConnectingWords> = { en, de, es, fr };

import type { Catalogue } from '#shared/words/language.ts';

export type ConnectingWords = {
  title: string;
  connectedTitle: string;
  intro: string;
  server: string;
  token: string;
  tokenHint: string;
  connect: string;
  connecting: string;
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
    'Your team’s Good Standing server keeps the figures. Whoever runs it gives you its address and a token for your seat.',
  server: 'Server address',
  token: 'Token',
  tokenHint: 'From the invitation. It is kept in this browser only, and no web page can read it.',
  connect: 'Connect',
  connecting: 'Connecting …',
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
    'Der Good-Standing-Server Ihres Teams führt die Zahlen. Wer ihn betreibt, gibt Ihnen seine Adresse und ein Token für Ihren Seat.',
  server: 'Adresse des Servers',
  token: 'Token',
  tokenHint: 'Aus der Einladung. Es bleibt in diesem Browser, und keine Webseite kann es lesen.',
  connect: 'Verbinden',
  connecting: 'Wird verbunden …',
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
    'El servidor Good Standing de su equipo lleva las cifras. Quien lo gestiona le da su dirección y un token para su licencia.',
  server: 'Dirección del servidor',
  token: 'Token',
  tokenHint: 'De la invitación. Solo se guarda en este navegador, y ninguna página puede leerlo.',
  connect: 'Conectar',
  connecting: 'Conectando …',
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
    'Le serveur Good Standing de votre équipe tient les chiffres. La personne qui le gère vous donne son adresse et un jeton pour votre licence.',
  server: 'Adresse du serveur',
  token: 'Jeton',
  tokenHint:
    'Il figure dans l’invitation. Il reste dans ce navigateur, et aucune page web ne peut le lire.',
  connect: 'Connecter',
  connecting: 'Connexion …',
  disconnect: 'Déconnecter',
  connectedAsSeat: (seat, contract) => `Connecté à la licence ${seat} de ${contract}.`,
  heldBy: (holder) => `Elle est tenue par ${holder}.`,
  connectedAsLead: (contract) => `Connecté comme responsable de ${contract}.`,
  connectedMeans:
    'Recruiter affiche maintenant le taux de réponse là où vous écrivez, s’il est ouvert sous ce contrat.',
  leadMeans: 'La liste de toutes les licences se trouve dans la fenêtre de l’extension.',
  at: (server) => `Serveur : ${server}`,
  waitingStays: (count) =>
    count === 1
      ? '1 envoi n’a pas encore été transmis. Il le sera quand cette licence sera de nouveau connectée.'
      : `${count} envois n’ont pas encore été transmis. Ils le seront quand cette licence sera de nouveau connectée.`,
  privacy:
    'Seuls le nombre et l’heure des envois quittent ce navigateur, et les destinataires sous forme d’empreintes à clé. Aucun texte de message, et aucune requête à LinkedIn.',
};

export const connectingWords: Catalogue<ConnectingWords> = { en, de, es, fr };

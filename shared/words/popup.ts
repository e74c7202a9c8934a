import type { Catalogue } from '#shared/words/language.ts';

export type PopupWords = {
  options: string;
  /** Toolbar titles, after the product's name. */
  notConnected: string;
  signedOut: string;
  observing: string;
  noticeToRead: string;
  paused: string;
  noticeWaits: string;
  answered: (answered: string, total: string) => string;
  /** States of the popup itself. */
  loading: string;
  notConnectedTitle: string;
  signedOutTitle: string;
  observingTitle: string;
  connectMeans: string;
  connect: string;
  signedOutMeans: string;
  signedOutTodo: string;
  observingMeans: string;
  noReadingYet: string;
  noReadingMeans: string;
  /** Sync. */
  lastSynced: (time: string) => string;
  neverSynced: string;
  offline: string;
  offlineMeans: (age: string) => string;
  waiting: (count: number) => string;
  aside: (count: number) => string;
  /** The browser keeps the extension out of Recruiter. */
  noAccess: string;
  noAccessMeans: string;
  noAccessTodo: string;
  allow: string;
  /** And out of the server that it is connected to. */
  noServerAccess: string;
  noServerAccessMeans: string;
  noServerAccessTodo: string;
  allowServer: string;
  missesTitle: string;
  miss: (surface: string, part: string, time: string) => string;
  missesMean: string;
  /** The lead's list. */
  seatsOf: (contract: string) => string;
  seatCount: (count: number, written: string) => string;
  noSeats: string;
  noSeatsMeans: string;
  ago: (duration: string) => string;
  checkIn: (duration: string) => string;
  afterContinue: string;
  /** Too few InMails to be judged. */
  ofMinimum: (total: string, minimum: string) => string;
  noticeUnread: string;
  noticeUnreadFor: (days: number) => string;
};

const en: PopupWords = {
  options: 'Connection and settings',
  notConnected: 'not connected',
  signedOut: 'signed out',
  observing: 'this seat is in observation',
  noticeToRead: 'a notice is waiting to be read in Recruiter',
  paused: 'bulk InMail is paused',
  noticeWaits: 'A notice is waiting to be read. Open Recruiter to read it and continue.',
  answered: (answered, total) => `${answered} of ${total} answered`,
  loading: 'Loading …',
  notConnectedTitle: 'Not connected',
  signedOutTitle: 'Signed out',
  observingTitle: 'In observation',
  connectMeans:
    'Your team’s Good Standing server keeps the figures. You need its address, and your account there.',
  connect: 'Connect',
  signedOutMeans: 'The server no longer knows this browser, so nothing new can be shown.',
  signedOutTodo: 'Connect again. What you sent meanwhile is kept and reported then.',
  observingMeans:
    'Your InMails are counted, and nothing is shown or held in Recruiter during this part of the pilot.',
  noReadingYet: 'No figures yet',
  noReadingMeans: 'The server has not answered yet. They appear here as soon as it does.',
  lastSynced: (time) => `Last synced ${time}`,
  neverSynced: 'Not synced yet',
  offline: 'Offline',
  offlineMeans: (age) => `The server does not answer. These figures were made ${age}.`,
  waiting: (count) =>
    count === 1 ? '1 send waiting to be reported' : `${count} sends waiting to be reported`,
  aside: (count) =>
    count === 1 ? '1 send refused by the server' : `${count} sends refused by the server`,
  noAccess: 'No access to Recruiter',
  noAccessMeans:
    'The browser keeps the extension out of Recruiter, so nothing is shown or counted there.',
  noAccessTodo: 'Allow it, then reload Recruiter.',
  allow: 'Allow',
  noServerAccess: 'No access to the server',
  noServerAccessMeans:
    'The browser does not let the extension reach your team’s server, so nothing new comes in.',
  noServerAccessTodo: 'Allow it again. What you sent meanwhile is kept and reported then.',
  allowServer: 'Allow the server',
  missesTitle: 'Parts of Recruiter that could not be read',
  miss: (surface, part, time) => `${surface}: ${part}, since ${time}`,
  missesMean: 'Sends from there may not be counted until they can be read again.',
  seatsOf: (contract) => `Seats of ${contract}`,
  seatCount: (count, written) => (count === 1 ? '1 seat' : `${written} seats`),
  noSeats: 'No seats yet',
  noSeatsMeans: 'Seats appear here once they are added.',
  ago: (duration) => `${duration} ago`,
  checkIn: (duration) => `check in ${duration}`,
  ofMinimum: (total, minimum) => `${total} of ${minimum} InMails`,
  afterContinue: 'check after CONTINUE',
  noticeUnread: 'notice unread',
  noticeUnreadFor: (days) => `notice unread for ${days} days`,
};

const de: PopupWords = {
  options: 'Verbindung und Einstellungen',
  notConnected: 'nicht verbunden',
  signedOut: 'abgemeldet',
  observing: 'dieser Seat wird beobachtet',
  noticeToRead: 'in Recruiter wartet ein Hinweis darauf, gelesen zu werden',
  paused: 'Bulk-InMail pausiert',
  noticeWaits:
    'Ein Hinweis wartet darauf, gelesen zu werden. Öffnen Sie Recruiter, um ihn zu lesen und fortzufahren.',
  answered: (answered, total) => `${answered} von ${total} beantwortet`,
  loading: 'Wird geladen …',
  notConnectedTitle: 'Nicht verbunden',
  signedOutTitle: 'Abgemeldet',
  observingTitle: 'In Beobachtung',
  connectMeans:
    'Der Good-Standing-Server Ihres Teams führt die Zahlen. Sie brauchen seine Adresse und Ihr Konto dort.',
  connect: 'Verbinden',
  signedOutMeans: 'Der Server kennt diesen Browser nicht mehr; es lässt sich nichts Neues zeigen.',
  signedOutTodo:
    'Verbinden Sie noch einmal. Was Sie inzwischen senden, bleibt erhalten und wird dann gemeldet.',
  observingMeans:
    'Ihre InMails werden gezählt; in diesem Teil des Pilotbetriebs wird in Recruiter nichts gezeigt und nichts angehalten.',
  noReadingYet: 'Noch keine Zahlen',
  noReadingMeans: 'Der Server hat noch nicht geantwortet. Sie erscheinen hier, sobald er es tut.',
  lastSynced: (time) => `Zuletzt abgeglichen ${time}`,
  neverSynced: 'Noch nicht abgeglichen',
  offline: 'Offline',
  offlineMeans: (age) => `Der Server antwortet nicht. Diese Zahlen entstanden ${age}.`,
  waiting: (count) =>
    count === 1 ? '1 Sendung wartet auf die Meldung' : `${count} Sendungen warten auf die Meldung`,
  aside: (count) =>
    count === 1 ? '1 Sendung vom Server abgelehnt' : `${count} Sendungen vom Server abgelehnt`,
  noAccess: 'Kein Zugriff auf Recruiter',
  noAccessMeans:
    'Der Browser lässt die Erweiterung nicht in Recruiter; dort wird nichts gezeigt und nichts gezählt.',
  noAccessTodo: 'Erlauben Sie es, und laden Sie Recruiter neu.',
  allow: 'Erlauben',
  noServerAccess: 'Kein Zugriff auf den Server',
  noServerAccessMeans:
    'Der Browser lässt die Erweiterung nicht zum Server Ihres Teams; es kommt nichts Neues an.',
  noServerAccessTodo:
    'Erlauben Sie es wieder. Was Sie inzwischen gesendet haben, bleibt erhalten und wird dann gemeldet.',
  allowServer: 'Server erlauben',
  missesTitle: 'Teile von Recruiter, die nicht gelesen werden konnten',
  miss: (surface, part, time) => `${surface}: ${part}, seit ${time}`,
  missesMean: 'Sendungen von dort zählen womöglich nicht, bis sie wieder gelesen werden können.',
  seatsOf: (contract) => `Seats von ${contract}`,
  seatCount: (count, written) => (count === 1 ? '1 Seat' : `${written} Seats`),
  noSeats: 'Noch keine Seats',
  noSeatsMeans: 'Seats erscheinen hier, sobald sie hinzugefügt sind.',
  ago: (duration) => `vor ${duration}`,
  checkIn: (duration) => `Prüfung in ${duration}`,
  ofMinimum: (total, minimum) => `${total} von ${minimum} InMails`,
  afterContinue: 'Prüfung nach WEITER',
  noticeUnread: 'Hinweis ungelesen',
  noticeUnreadFor: (days) => `Hinweis seit ${days} Tagen ungelesen`,
};

const es: PopupWords = {
  options: 'Conexión y ajustes',
  notConnected: 'sin conectar',
  signedOut: 'sesión cerrada',
  observing: 'esta licencia está en observación',
  noticeToRead: 'hay un aviso por leer en Recruiter',
  paused: 'el InMail masivo está en pausa',
  noticeWaits: 'Hay un aviso por leer. Abra Recruiter para leerlo y continuar.',
  answered: (answered, total) => `${answered} de ${total} con respuesta`,
  loading: 'Cargando …',
  notConnectedTitle: 'Sin conectar',
  signedOutTitle: 'Sesión cerrada',
  observingTitle: 'En observación',
  connectMeans:
    'El servidor Good Standing de su equipo lleva las cifras. Necesita su dirección, y su cuenta allí.',
  connect: 'Conectar',
  signedOutMeans: 'El servidor ya no conoce este navegador, y no puede mostrarse nada nuevo.',
  signedOutTodo: 'Vuelva a conectar. Lo que envíe mientras tanto se guarda y se comunica entonces.',
  observingMeans:
    'Sus InMails se cuentan, y en esta parte de la prueba no se muestra ni se retiene nada en Recruiter.',
  noReadingYet: 'Todavía no hay cifras',
  noReadingMeans: 'El servidor no ha respondido aún. Aparecerán aquí en cuanto lo haga.',
  lastSynced: (time) => `Última sincronización ${time}`,
  neverSynced: 'Sin sincronizar todavía',
  offline: 'Sin conexión',
  offlineMeans: (age) => `El servidor no responde. Estas cifras se hicieron ${age}.`,
  waiting: (count) => (count === 1 ? '1 envío por comunicar' : `${count} envíos por comunicar`),
  aside: (count) =>
    count === 1
      ? '1 envío rechazado por el servidor'
      : `${count} envíos rechazados por el servidor`,
  noAccess: 'Sin acceso a Recruiter',
  noAccessMeans:
    'El navegador no deja entrar la extensión en Recruiter; allí no se muestra ni se cuenta nada.',
  noAccessTodo: 'Permítalo y recargue Recruiter.',
  allow: 'Permitir',
  noServerAccess: 'Sin acceso al servidor',
  noServerAccessMeans:
    'El navegador no deja que la extensión llegue al servidor de su equipo; no llega nada nuevo.',
  noServerAccessTodo:
    'Permítalo otra vez. Lo que haya enviado mientras tanto se guarda y se comunica entonces.',
  allowServer: 'Permitir el servidor',
  missesTitle: 'Partes de Recruiter que no se han podido leer',
  miss: (surface, part, time) => `${surface}: ${part}, desde: ${time}`,
  missesMean: 'Los envíos desde ahí quizá no se cuenten hasta que puedan leerse de nuevo.',
  seatsOf: (contract) => `Licencias de ${contract}`,
  seatCount: (count, written) => (count === 1 ? '1 licencia' : `${written} licencias`),
  noSeats: 'Todavía no hay licencias',
  noSeatsMeans: 'Las licencias aparecen aquí cuando se añaden.',
  ago: (duration) => `hace ${duration}`,
  checkIn: (duration) => `control en ${duration}`,
  ofMinimum: (total, minimum) => `${total} de ${minimum} InMails`,
  afterContinue: 'control tras CONTINUAR',
  noticeUnread: 'aviso sin leer',
  noticeUnreadFor: (days) => `aviso sin leer desde hace ${days} días`,
};

const fr: PopupWords = {
  options: 'Connexion et réglages',
  notConnected: 'non connecté',
  signedOut: 'déconnecté par le serveur',
  observing: 'cette licence est en observation',
  noticeToRead: 'un avis est à lire dans Recruiter',
  paused: 'l’InMail groupé est en pause',
  noticeWaits: 'Un avis est à lire. Ouvrez Recruiter pour le lire et continuer.',
  answered: (answered, total) => `${answered} réponses sur ${total}`,
  loading: 'Chargement …',
  notConnectedTitle: 'Non connecté',
  signedOutTitle: 'Déconnecté par le serveur',
  observingTitle: 'En observation',
  connectMeans:
    'Le serveur Good Standing de votre équipe tient les chiffres. Il vous faut son adresse, et votre compte là-bas.',
  connect: 'Connecter',
  signedOutMeans:
    'Le serveur ne connaît plus ce navigateur ; rien de nouveau ne peut être affiché.',
  signedOutTodo: 'Reconnectez. Ce que vous envoyez entre-temps est gardé et sera transmis alors.',
  observingMeans:
    'Vos InMails sont comptés ; rien n’est affiché ni retenu dans Recruiter pendant cette partie du pilote.',
  noReadingYet: 'Pas encore de chiffres',
  noReadingMeans: 'Le serveur n’a pas encore répondu. Ils apparaîtront ici dès qu’il le fera.',
  lastSynced: (time) => `Dernière synchronisation ${time}`,
  neverSynced: 'Pas encore synchronisé',
  offline: 'Hors ligne',
  offlineMeans: (age) => `Le serveur ne répond pas. Ces chiffres ont été établis ${age}.`,
  waiting: (count) => (count === 1 ? '1 envoi à transmettre' : `${count} envois à transmettre`),
  aside: (count) =>
    count === 1 ? '1 envoi refusé par le serveur' : `${count} envois refusés par le serveur`,
  noAccess: 'Pas d’accès à Recruiter',
  noAccessMeans:
    'Le navigateur tient l’extension hors de Recruiter ; rien n’y est affiché ni compté.',
  noAccessTodo: 'Autorisez-la, puis rechargez Recruiter.',
  allow: 'Autoriser',
  noServerAccess: 'Pas d’accès au serveur',
  noServerAccessMeans:
    'Le navigateur ne laisse pas l’extension joindre le serveur de votre équipe ; rien de nouveau n’arrive.',
  noServerAccessTodo:
    'Autorisez-la de nouveau. Ce que vous avez envoyé entre-temps est gardé et sera transmis alors.',
  allowServer: 'Autoriser le serveur',
  missesTitle: 'Parties de Recruiter qui n’ont pas pu être lues',
  miss: (surface, part, time) => `${surface} : ${part}, depuis : ${time}`,
  missesMean: 'Les envois faits là ne comptent peut-être pas tant qu’elles ne sont pas lisibles.',
  seatsOf: (contract) => `Licences de ${contract}`,
  seatCount: (count, written) => (count === 1 ? '1 licence' : `${written} licences`),
  noSeats: 'Pas encore de licences',
  noSeatsMeans: 'Les licences apparaissent ici une fois ajoutées.',
  ago: (duration) => `il y a ${duration}`,
  checkIn: (duration) => `contrôle dans ${duration}`,
  ofMinimum: (total, minimum) => `${total} InMails sur ${minimum}`,
  afterContinue: 'contrôle après CONTINUER',
  noticeUnread: 'avis non lu',
  noticeUnreadFor: (days) => `avis non lu depuis ${days} jours`,
};

export const popupWords: Catalogue<PopupWords> = { en, de, es, fr };

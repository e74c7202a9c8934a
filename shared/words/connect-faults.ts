import type { Catalogue } from '#shared/words/language.ts';

/** What went wrong in three short sentences: what happened, what it means, what to do. */
export type FaultWords = { happened: string; means: string; todo: string };

/** Why a browser could not be connected. */
export type ConnectFault =
  | 'offline'
  | 'unavailable'
  | 'signed_out'
  | 'refused'
  | 'malformed'
  | 'address_invalid'
  | 'access_refused'
  | 'not_a_person';

type ConnectFaultWords = Record<ConnectFault, FaultWords>;

const en: ConnectFaultWords = {
  offline: {
    happened: 'The server did not answer.',
    means: 'The address may be wrong, or the server is not running or not reachable from here.',
    todo: 'Check the address and the network, then connect again.',
  },
  unavailable: {
    happened: 'The server answered that it cannot work just now.',
    means: 'Nothing is wrong with your address or token.',
    todo: 'Wait a minute, then connect again.',
  },
  signed_out: {
    happened: 'The server does not know this token.',
    means: 'It may be mistyped, used up, or withdrawn.',
    todo: 'Copy it again from the invitation, or ask for a new one.',
  },
  refused: {
    happened: 'The server refused to connect this token.',
    means: 'It is known, but not allowed to be used here.',
    todo: 'Ask whoever runs the server for a token for your seat.',
  },
  malformed: {
    happened: 'Something answered, but it is no Good Standing server.',
    means: 'The address may belong to something else, such as a sign-in page.',
    todo: 'Check the address, then connect again.',
  },
  address_invalid: {
    happened: 'This is no address that can be used.',
    means: 'It has to start with https://; http:// is only for this machine.',
    todo: 'Enter an address such as https://standing.example.',
  },
  access_refused: {
    happened: 'The browser was not allowed to reach this server.',
    means: 'Without that permission the extension cannot ask it for your rate.',
    todo: 'Press Connect again and allow it.',
  },
  not_a_person: {
    happened: 'This token belongs to a program, not to a seat or a lead.',
    means: 'It reports InMails, and has no rate to show.',
    todo: 'Ask whoever runs the server for a token for your seat.',
  },
};

const de: ConnectFaultWords = {
  offline: {
    happened: 'Der Server hat nicht geantwortet.',
    means:
      'Die Adresse ist vielleicht falsch, oder der Server läuft nicht oder ist von hier nicht erreichbar.',
    todo: 'Prüfen Sie Adresse und Netz, und verbinden Sie dann noch einmal.',
  },
  unavailable: {
    happened: 'Der Server kann gerade nicht arbeiten.',
    means: 'Mit Ihrer Adresse und Ihrem Token ist alles in Ordnung.',
    todo: 'Warten Sie eine Minute, und verbinden Sie dann noch einmal.',
  },
  signed_out: {
    happened: 'Der Server kennt dieses Token nicht.',
    means: 'Es ist vielleicht vertippt, verbraucht oder zurückgezogen.',
    todo: 'Kopieren Sie es noch einmal aus der Einladung, oder bitten Sie um ein neues.',
  },
  refused: {
    happened: 'Der Server hat dieses Token abgelehnt.',
    means: 'Es ist bekannt, darf hier aber nicht benutzt werden.',
    todo: 'Bitten Sie den Betreiber des Servers um ein Token für Ihren Seat.',
  },
  malformed: {
    happened: 'Es kam eine Antwort, aber nicht von einem Good-Standing-Server.',
    means: 'Die Adresse gehört vielleicht zu etwas anderem, etwa einer Anmeldeseite.',
    todo: 'Prüfen Sie die Adresse, und verbinden Sie dann noch einmal.',
  },
  address_invalid: {
    happened: 'Diese Adresse kann nicht benutzt werden.',
    means: 'Sie muss mit https:// beginnen; http:// gilt nur für diesen Rechner.',
    todo: 'Geben Sie eine Adresse wie https://standing.example ein.',
  },
  access_refused: {
    happened: 'Der Browser durfte diesen Server nicht erreichen.',
    means: 'Ohne diese Erlaubnis kann die Erweiterung nicht nach Ihrer Rate fragen.',
    todo: 'Drücken Sie noch einmal auf Verbinden, und erlauben Sie es.',
  },
  not_a_person: {
    happened: 'Dieses Token gehört einem Programm, keinem Seat und keiner Leitung.',
    means: 'Es meldet InMails und hat keine Rate, die man zeigen könnte.',
    todo: 'Bitten Sie den Betreiber des Servers um ein Token für Ihren Seat.',
  },
};

const es: ConnectFaultWords = {
  offline: {
    happened: 'El servidor no ha respondido.',
    means:
      'La dirección puede ser incorrecta, o el servidor no funciona o no se alcanza desde aquí.',
    todo: 'Compruebe la dirección y la red, y vuelva a conectar.',
  },
  unavailable: {
    happened: 'El servidor ha respondido que ahora no puede trabajar.',
    means: 'Su dirección y su token están bien.',
    todo: 'Espere un minuto y vuelva a conectar.',
  },
  signed_out: {
    happened: 'El servidor no conoce este token.',
    means: 'Puede estar mal escrito, usado o retirado.',
    todo: 'Cópielo otra vez de la invitación, o pida uno nuevo.',
  },
  refused: {
    happened: 'El servidor ha rechazado este token.',
    means: 'Lo conoce, pero no puede usarse aquí.',
    todo: 'Pida a quien gestiona el servidor un token para su licencia.',
  },
  malformed: {
    happened: 'Algo ha respondido, pero no es un servidor Good Standing.',
    means: 'La dirección puede ser de otra cosa, como una página de inicio de sesión.',
    todo: 'Compruebe la dirección y vuelva a conectar.',
  },
  address_invalid: {
    happened: 'Esta dirección no puede usarse.',
    means: 'Tiene que empezar por https://; http:// es solo para este equipo.',
    todo: 'Escriba una dirección como https://standing.example.',
  },
  access_refused: {
    happened: 'El navegador no ha recibido permiso para llegar a este servidor.',
    means: 'Sin ese permiso la extensión no puede preguntar por su tasa.',
    todo: 'Pulse Conectar otra vez y permítalo.',
  },
  not_a_person: {
    happened: 'Este token es de un programa, no de una licencia ni de un responsable.',
    means: 'Comunica InMails y no tiene ninguna tasa que mostrar.',
    todo: 'Pida a quien gestiona el servidor un token para su licencia.',
  },
};

const fr: ConnectFaultWords = {
  offline: {
    happened: 'Le serveur n’a pas répondu.',
    means: 'L’adresse est peut-être fausse, ou le serveur est arrêté ou inaccessible d’ici.',
    todo: 'Vérifiez l’adresse et le réseau, puis reconnectez.',
  },
  unavailable: {
    happened: 'Le serveur a répondu qu’il ne peut pas travailler pour le moment.',
    means: 'Votre adresse et votre jeton sont corrects.',
    todo: 'Attendez une minute, puis reconnectez.',
  },
  signed_out: {
    happened: 'Le serveur ne connaît pas ce jeton.',
    means: 'Il est peut-être mal saisi, déjà utilisé ou retiré.',
    todo: 'Copiez-le de nouveau depuis l’invitation, ou demandez-en un autre.',
  },
  refused: {
    happened: 'Le serveur a refusé ce jeton.',
    means: 'Il le connaît, mais son usage n’est pas permis ici.',
    todo: 'Demandez à la personne qui gère le serveur un jeton pour votre licence.',
  },
  malformed: {
    happened: 'Une réponse est arrivée, mais pas d’un serveur Good Standing.',
    means: 'L’adresse appartient peut-être à autre chose, comme une page de connexion.',
    todo: 'Vérifiez l’adresse, puis reconnectez.',
  },
  address_invalid: {
    happened: 'Cette adresse ne peut pas servir.',
    means: 'Elle doit commencer par https:// ; http:// ne vaut que pour cette machine.',
    todo: 'Saisissez une adresse comme https://standing.example.',
  },
  access_refused: {
    happened: 'Le navigateur n’a pas eu le droit de joindre ce serveur.',
    means: 'Sans cette permission, l’extension ne peut pas demander votre taux.',
    todo: 'Appuyez encore sur Connecter et acceptez.',
  },
  not_a_person: {
    happened: 'Ce jeton est celui d’un programme, pas d’une licence ni d’un responsable.',
    means: 'Il transmet des InMails et n’a pas de taux à afficher.',
    todo: 'Demandez à la personne qui gère le serveur un jeton pour votre licence.',
  },
};

export const connectFaultWords: Catalogue<ConnectFaultWords> = { en, de, es, fr };

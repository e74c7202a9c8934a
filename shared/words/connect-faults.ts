import type { Catalogue } from '#shared/words/language.ts';

/** What went wrong in three short sentences: what happened, what it means, what to do. */
export type FaultWords = { happened: string; means: string; todo: string };

/** Why a browser could not be connected, or is not any more. */
export type ConnectFault =
  | 'offline'
  | 'unavailable'
  | 'signed_out'
  | 'refused'
  | 'malformed'
  | 'address_invalid'
  | 'access_refused'
  | 'approval_denied'
  | 'approval_expired'
  | 'not_a_person'
  | 'not_as_managed';

type ConnectFaultWords = Record<ConnectFault, FaultWords>;

const en: ConnectFaultWords = {
  offline: {
    happened: 'The server did not answer.',
    means: 'The address may be wrong, or the server is not running or not reachable from here.',
    todo: 'Check the address and the network, then connect again.',
  },
  unavailable: {
    happened: 'The server answered that it cannot work just now.',
    means: 'Nothing is wrong with your address.',
    todo: 'Wait a minute, then connect again.',
  },
  signed_out: {
    happened: 'This browser is not connected any more.',
    means: 'It was ended on the server, or the seat went to somebody else.',
    todo: 'Connect again. What has not been reported yet is kept here until then.',
  },
  refused: {
    happened: 'The server refused to connect this browser.',
    means: 'It does not allow it, whoever approves.',
    todo: 'Ask whoever runs the server.',
  },
  malformed: {
    happened: 'Something answered, but not as a Good Standing server does.',
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
  approval_denied: {
    happened: 'This browser was not approved.',
    means: 'Somebody pressed Deny, or the seat went to somebody else meanwhile.',
    todo: 'If that was not meant, connect again.',
  },
  approval_expired: {
    happened: 'The code was not approved in time.',
    means: 'Nothing was connected, and the code is good for nothing any more.',
    todo: 'Connect again, and approve the new code.',
  },
  not_a_person: {
    happened: 'What was approved belongs to a program, not to a seat or a lead.',
    means: 'It reports InMails, and has no rate to show.',
    todo: 'Connect again, and approve it for your seat.',
  },
  not_as_managed: {
    happened: 'Your organisation has set another server or contract for this browser.',
    means: 'It can be connected to that one alone.',
    todo: 'Connect again, and approve it for your seat there.',
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
    means: 'Mit Ihrer Adresse ist alles in Ordnung.',
    todo: 'Warten Sie eine Minute, und verbinden Sie dann noch einmal.',
  },
  signed_out: {
    happened: 'Dieser Browser ist nicht mehr verbunden.',
    means: 'Die Verbindung wurde auf dem Server beendet, oder der Seat ging an jemand anderen.',
    todo: 'Verbinden Sie noch einmal. Was noch nicht gemeldet ist, bleibt bis dahin hier.',
  },
  refused: {
    happened: 'Der Server hat diesen Browser abgelehnt.',
    means: 'Er erlaubt es nicht, wer auch immer es bestätigt.',
    todo: 'Fragen Sie, wer den Server betreibt.',
  },
  malformed: {
    happened: 'Es kam eine Antwort, aber nicht wie von einem Good-Standing-Server.',
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
  approval_denied: {
    happened: 'Dieser Browser wurde nicht bestätigt.',
    means: 'Jemand hat abgelehnt, oder der Seat ging inzwischen an jemand anderen.',
    todo: 'Wenn das nicht gewollt war, verbinden Sie noch einmal.',
  },
  approval_expired: {
    happened: 'Der Code wurde nicht rechtzeitig bestätigt.',
    means: 'Es wurde nichts verbunden, und der Code gilt nicht mehr.',
    todo: 'Verbinden Sie noch einmal, und bestätigen Sie den neuen Code.',
  },
  not_a_person: {
    happened: 'Bestätigt wurde ein Programm, kein Seat und keine Leitung.',
    means: 'Es meldet InMails und hat keine Rate, die man zeigen könnte.',
    todo: 'Verbinden Sie noch einmal, und bestätigen Sie es für Ihren Seat.',
  },
  not_as_managed: {
    happened:
      'Ihre Organisation hat für diesen Browser einen anderen Server oder Vertrag festgelegt.',
    means: 'Er kann nur damit verbunden werden.',
    todo: 'Verbinden Sie noch einmal, und bestätigen Sie es dort für Ihren Seat.',
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
    means: 'Su dirección está bien.',
    todo: 'Espere un minuto y vuelva a conectar.',
  },
  signed_out: {
    happened: 'Este navegador ya no está conectado.',
    means: 'La conexión se terminó en el servidor, o la licencia pasó a otra persona.',
    todo: 'Vuelva a conectar. Lo que no se ha comunicado todavía se guarda aquí hasta entonces.',
  },
  refused: {
    happened: 'El servidor ha rechazado este navegador.',
    means: 'No lo permite, lo apruebe quien lo apruebe.',
    todo: 'Pregunte a quien gestiona el servidor.',
  },
  malformed: {
    happened: 'Algo ha respondido, pero no como un servidor Good Standing.',
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
  approval_denied: {
    happened: 'Este navegador no se ha aprobado.',
    means: 'Alguien lo ha rechazado, o la licencia ha pasado a otra persona entretanto.',
    todo: 'Si no era la intención, vuelva a conectar.',
  },
  approval_expired: {
    happened: 'El código no se ha aprobado a tiempo.',
    means: 'No se ha conectado nada, y el código ya no vale.',
    todo: 'Vuelva a conectar y apruebe el código nuevo.',
  },
  not_a_person: {
    happened: 'Lo aprobado es de un programa, no de una licencia ni de un responsable.',
    means: 'Comunica InMails y no tiene ninguna tasa que mostrar.',
    todo: 'Vuelva a conectar y apruébelo para su licencia.',
  },
  not_as_managed: {
    happened: 'Su organización ha fijado otro servidor u otro contrato para este navegador.',
    means: 'Solo puede conectarse con él.',
    todo: 'Vuelva a conectar y apruébelo allí para su licencia.',
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
    means: 'Votre adresse est correcte.',
    todo: 'Attendez une minute, puis reconnectez.',
  },
  signed_out: {
    happened: 'Ce navigateur n’est plus connecté.',
    means:
      'La connexion a été terminée sur le serveur, ou la licence est passée à quelqu’un d’autre.',
    todo: 'Reconnectez. Ce qui n’a pas encore été transmis est gardé ici jusque-là.',
  },
  refused: {
    happened: 'Le serveur a refusé ce navigateur.',
    means: 'Il ne le permet pas, quelle que soit la personne qui approuve.',
    todo: 'Demandez à la personne qui gère le serveur.',
  },
  malformed: {
    happened: 'Une réponse est arrivée, mais pas comme d’un serveur Good Standing.',
    means: 'L’adresse appartient peut-être à autre chose, comme une page de connexion.',
    todo: 'Vérifiez l’adresse, puis reconnectez.',
  },
  address_invalid: {
    happened: 'Cette adresse ne peut pas servir.',
    means: 'Elle doit commencer par https:// ; http:// ne vaut que pour cette machine.',
    todo: 'Saisissez une adresse comme https://standing.example.',
  },
  access_refused: {
    happened: 'Le navigateur n’a pas eu le droit de joindre ce serveur.',
    means: 'Sans cette permission, l’extension ne peut pas demander votre taux.',
    todo: 'Appuyez encore sur Connecter et acceptez.',
  },
  approval_denied: {
    happened: 'Ce navigateur n’a pas été approuvé.',
    means: 'Quelqu’un a refusé, ou la licence est passée entre-temps à quelqu’un d’autre.',
    todo: 'Si ce n’était pas voulu, reconnectez.',
  },
  approval_expired: {
    happened: 'Le code n’a pas été approuvé à temps.',
    means: 'Rien n’a été connecté, et le code ne vaut plus rien.',
    todo: 'Reconnectez et approuvez le nouveau code.',
  },
  not_a_person: {
    happened: 'Ce qui a été approuvé est un programme, pas une licence ni un responsable.',
    means: 'Il transmet des InMails et n’a pas de taux à afficher.',
    todo: 'Reconnectez et approuvez-le pour votre licence.',
  },
  not_as_managed: {
    happened: 'Votre organisation a fixé un autre serveur ou un autre contrat pour ce navigateur.',
    means: 'Il ne peut être connecté qu’à celui-là.',
    todo: 'Reconnectez et approuvez-le là-bas pour votre licence.',
  },
};

export const connectFaultWords: Catalogue<ConnectFaultWords> = { en, de, es, fr };

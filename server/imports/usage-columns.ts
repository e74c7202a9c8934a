import type { ColumnNames, Columns } from '#server/imports/columns.ts';

export const USAGE_FIELDS = [
  'holder',
  'seat',
  'sent',
  'accepted',
  'declined',
  'start',
  'end',
] as const;
export type UsageField = (typeof USAGE_FIELDS)[number];

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

/** As Recruiter writes its report in English, German, Spanish and French, and near to that. */
export const USAGE_COLUMNS: ColumnNames<UsageField> = {
  holder: names(`
    seatholdername seatholder seatholdersname nameofseatholder holder recruitername recruiter username name
    namedeslizenzinhabers lizenzinhabername lizenzinhaber namedesplatzinhabers platzinhaber
    seatinhaber lizenznehmer namedesseatinhabers benutzername
    nombredeltitulardelalicencia nombredeltitular titulardelalicencia titulardelicencia titular nombre
    nomdutitulairedelalicence nomdutitulairedelicence nomdutitulaire titulairedelalicence
    titulairedelicence titulairedusiege titulaire nom`),
  seat: names(`
    seatid seatnumber licenseid seat
    lizenzid idderlizenz lizenznummer platzid seatnummer
    iddelicencia iddelalicencia iddeasiento licenciaid
    iddelicence iddelalicence identifiantdelicence identifiantdelalicence idsiege`),
  sent: names(`
    inmailssent inmailsent inmailmessagessent sentinmails nummessagessent messagessent
    gesendeteinmails inmailsgesendet gesendeteinmailnachrichten versendeteinmails inmailsversendet
    inmailnachrichtengesendet
    inmailsenviados inmailenviados mensajesinmailenviados mensajesenviados
    inmailsenvoyes inmailenvoyes messagesinmailenvoyes messagesenvoyes`),
  accepted: names(`
    inmailsaccepted inmailaccepted inmailmessagesaccepted acceptedinmails nummessagesaccepted
    angenommeneinmails inmailsangenommen angenommeneinmailnachrichten akzeptierteinmails
    inmailsakzeptiert
    inmailsaceptados inmailaceptados mensajesinmailaceptados mensajesaceptados
    inmailsacceptes inmailacceptes messagesinmailacceptes messagesacceptes`),
  declined: names(`
    inmailsdeclined inmaildeclined inmailmessagesdeclined declinedinmails nummessagesdeclined
    abgelehnteinmails inmailsabgelehnt abgelehnteinmailnachrichten
    inmailsrechazados inmailrechazados mensajesinmailrechazados mensajesrechazados
    inmailsrefuses inmailrefuses messagesinmailrefuses messagesrefuses inmailsdeclines`),
  start: names(`
    startdate start periodstart from datefrom
    startdatum anfangsdatum beginndatum beginn von
    fechadeinicio fechainicio fechainicial inicio desde
    datededebut datedebut debut`),
  end: names(`
    enddate end periodend to dateto until
    enddatum ende bis
    fechadefin fechafin fechadefinalizacion fechafinal fin hasta
    datedefin datefin`),
};

const LABELS: Readonly<Record<UsageField, string>> = {
  holder: 'Seat holder name',
  seat: 'Seat id',
  sent: 'InMails sent',
  accepted: 'InMails accepted',
  declined: 'InMails declined',
  start: 'Start date',
  end: 'End date',
};

/** What a report lacks, by the names of Recruiter's own columns: one of holder and id is enough. */
export function missingUsageColumns(mapped: Columns<UsageField>['mapped']): string[] {
  const isNamed = mapped.has('holder') || mapped.has('seat');
  const needed = USAGE_FIELDS.filter((field) => field !== 'holder' && field !== 'seat');
  const missing = needed.filter((field) => !mapped.has(field)).map((field) => LABELS[field]);
  return isNamed ? missing : [`${LABELS.holder} or ${LABELS.seat}`, ...missing];
}

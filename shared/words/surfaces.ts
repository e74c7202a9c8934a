import type { Catalogue } from '#shared/words/language.ts';

/** Places of Recruiter, as people call them. */
export type SurfaceWords = Readonly<Record<string, string>>;

export const surfaceWords: Catalogue<SurfaceWords> = {
  en: {
    nav: 'Navigation bar',
    home: 'Home page',
    search: 'Search results',
    project: 'Project pipeline',
    profile: 'Profile',
    clipboard: 'Clipboard',
    similar_profiles: 'Similar profiles',
    inbox: 'Inbox',
    composer: 'Message composer',
    toasts: 'Confirmations',
    other: 'Another page',
  },
  de: {
    nav: 'Navigationsleiste',
    home: 'Startseite',
    search: 'Suchergebnisse',
    project: 'Projekt-Pipeline',
    profile: 'Profil',
    clipboard: 'Zwischenablage',
    similar_profiles: 'Ähnliche Profile',
    inbox: 'Postfach',
    composer: 'Nachrichtenfenster',
    toasts: 'Bestätigungen',
    other: 'Eine andere Seite',
  },
  es: {
    nav: 'Barra de navegación',
    home: 'Página de inicio',
    search: 'Resultados de búsqueda',
    project: 'Candidatos del proyecto',
    profile: 'Perfil',
    clipboard: 'Portapapeles',
    similar_profiles: 'Perfiles similares',
    inbox: 'Bandeja de entrada',
    composer: 'Ventana de mensaje',
    toasts: 'Confirmaciones',
    other: 'Otra página',
  },
  fr: {
    nav: 'Barre de navigation',
    home: 'Page d’accueil',
    search: 'Résultats de recherche',
    project: 'Candidats du projet',
    profile: 'Profil',
    clipboard: 'Presse-papiers',
    similar_profiles: 'Profils similaires',
    inbox: 'Boîte de réception',
    composer: 'Fenêtre de message',
    toasts: 'Confirmations d’envoi',
    other: 'Une autre page',
  },
};

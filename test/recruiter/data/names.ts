/** Words that invented people are made of. Family names and employers are made up. */
const words = (text: string) => text.trim().split(/\s+/);

export const GIVEN_NAMES = words(`
  Adaeze Alma Amir Anneke Arjun Astrid Beatriz Bilal Camille Chiara Clara Dario Daniela Eero
  Elif Emeka Esther Farah Felix Freya Gwen Hana Hugo Ilse Imani Ines Isidro Jonas Jun Kaia Kofi
  Leila Leon Liang Lucía Mads Marta Mateo Mei Milan Nadia Nils Noor Odile Oskar Paloma Priya Rafael
  Rosa Ruben Sanna Selim Simone Sofía Tariq Tessa Thandi Théo Yara Zoë`);

export const FAMILY_NAMES = words(`
  Abrantil Addermoor Alvestrand Aranquez Averholm Balcombrook Barrowind Belafonso Brandtholm
  Briarlund Calderwyn Castelmar Corvanni Dalemoor Delacroft Dunmarrow Eastergaard Ellinghart
  Esperandel Falkenrode Farrowdale Fernsby Galdamar Glassbrook Greyfell Halvorane Harrowmont
  Heatherly Ilvesmaa Inverlough Jessamine Kallström Karanthi Kestrelby Lindqvale Lorrimar
  Marisombra Meadowcroft Montferrand Nakorelli Nightingall Norrbacken Okonwari Orsolani Palmarés
  Pemberlow Quillander Ravensholt Rosendaal Sandoval-Reyn Silverthwaite Stroemgard Tavershal
  Thornebury Umbergaard Valdecasas Vintersen Wakefold Westerlane Winterbourn Yarrowby Zandermeer`);

export const EMPLOYERS = [
  'Northfen Systems',
  'Quillomere',
  'Brindlewood Labs',
  'Tarnova Freight',
  'Halvard Pike Bank',
  'Osterlight Energy',
  'Pebblefinch Retail',
  'Marrowstone Health',
  'Lumenquay',
  'Castelloro Robotics',
  'Greywater Logistics',
  'Sundelmoor Foods',
  'Verdalune Build',
  'Kiteworth Insurance',
  'Orchelane Media',
  'Fjordheim Marine',
];

/** A role, the industry it is met in, and what its holder says of it. */
export const ROLES = [
  ['Senior Data Engineer', 'Software Development', 'pipelines people can trust'],
  ['Backend Developer', 'Software Development', 'Go, Postgres and quiet pagers'],
  ['Platform Engineer', 'Computer Networking', 'builds the road others drive on'],
  ['Product Designer', 'Design Services', 'from first sketch to shipped'],
  ['Engineering Manager', 'Software Development', 'small teams, steady delivery'],
  ['Machine Learning Engineer', 'Data Infrastructure', 'ranking and recommendations'],
  ['Site Reliability Engineer', 'Computer Networking', 'incident reviews without blame'],
  ['Analytics Lead', 'Business Consulting', 'makes numbers useful'],
  ['Mobile Developer', 'Software Development', 'Kotlin and Swift'],
  ['Security Engineer', 'Computer Security', 'threat models over coffee'],
  ['QA Lead', 'Software Development', 'finds it before you do'],
  ['Solutions Architect', 'Information Services', 'whiteboards to production'],
  ['Finance Business Partner', 'Financial Services', 'planning and analysis'],
  ['Supply Chain Manager', 'Transportation', 'cold chain, warm teams'],
] as const;

export const PLACES = [
  'Rotterdam, Netherlands',
  'Hamburg, Germany',
  'Valencia, Spain',
  'Lyon, France',
  'Dublin, Ireland',
  'Gothenburg, Sweden',
  'Porto, Portugal',
  'Leeds, England',
  'Graz, Austria',
  'Toronto, Canada',
  'Austin, Texas',
  'Nairobi, Kenya',
];

export const SCHOOLS = [
  'Alderbrook University',
  'Technical College of Moorhaven',
  'University of Saint Ivarr',
  'Larkfield Institute',
];

export const PROJECTS = [
  ['Data platform, Rotterdam', 'Rotterdam', 212],
  ['Product design lead', 'Remote', 64],
  ['Reliability team, 3 hires', 'Dublin', 118],
  ['Mobile developers', 'Valencia', 37],
] as const;

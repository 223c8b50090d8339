// The words that generated files are made of. Every character is within Latin-1, as in most Swedish
// registers: a browser then holds the decoded text in one byte a character, which is JSON.parse at
// its best. A single dash or curly quote in a file would double that text.

const words = (text) => text.trim().split(/\s+/);

export const FIRST = words(`
  Anna Eva Maria Karin Sara Lena Emma Kerstin Ingrid Malin Jenny Hanna Annika Elin Linda Åsa Sofia Monica Julia Ida
  Ulla Camilla Katarina Johanna Helena Cecilia Fatima Amina Zahra Hodan Natalia Agnieszka Leila Mariam Rania Ebba
  Lars Mikael Anders Johan Erik Per Peter Thomas Karl Jan Daniel Fredrik Andreas Stefan Håkan Göran Björn Jörgen
  Mattias Marcus Viktor Gustav Oskar Simon Rickard Ahmed Mohamed Ali Omar Hassan Piotr Andrei José André Elias Noah`);

export const LAST = words(`
  Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson
  Hansson Bengtsson Jönsson Lindberg Jakobsson Magnusson Lindström Olofsson Lindqvist Lindgren Berg Axelsson Bergström
  Lundberg Lind Lundgren Lundqvist Mattsson Berglund Fredriksson Sandberg Henriksson Forsberg Sjöberg Wallin Ali
  Engström Eklund Danielsson Lundin Håkansson Björk Bergman Gunnarsson Wikström Holm Isaksson Fransson Nyström Söderlund
  Åberg Öberg Östlund Ekström Mohamed Ahmed Kurt Nordin Eklöf Tornberg Hassan Kowalska Nguyen Häggström Sjögren`);

export const PLACES = words(`
  Eken Björken Tallen Granen Linden Aspen Rönnen Hasseln Svalan Lärkan Sparven Koltrasten Näktergalen Solrosen Blåsippan
  Vitsippan Smultronet Hallonet Lingonet Kantarellen Ängen Backen Åsen Höjden Dalen Källan Bäcken Sjön Stranden Udden
  Kvarnen Smedjan Bruket Hamnen Torget Parken Skogen Hagen Lunden Gläntan Berget Klippan Norrgården Södergården
  Östergården Västergården Stationen Fyren Tornet Slussen`);

export const AREAS = words(`
  Centrum Norrmalm Södermalm Västra Östra Bollmora Lindalen Trollbäcken Krusboda Brevik Öringe Fårdala Granängsringen
  Nyboda Solberga Hammarby Lillån Storängen Kyrkbyn Fridhem Rosendal Ekbacken Ljungby Åkersberg Näset Ängsholmen`);

export const STREETS = words(`
  Björkvägen Storgatan Skolgatan Kyrkogatan Parkvägen Ringvägen Ängsvägen Granvägen Stationsgatan Marknadsvägen
  Strandvägen Industrigatan Myrgången Bikupevägen Lindblomsvägen Åkervägen Tallbacken Kvarnbäcksvägen`);

/** Departments: the end of their id, their names, the beginnings of their workplaces' names, and a tag of those. */
export const DEPARTMENTS = [
  ["buf", "Barn- och utbildningsförvaltningen", "Children and Education Department", ["Förskolan", "Grundskolan", "Fritidshemmet"], "school"],
  ["soc", "Socialförvaltningen", "Social Services Department", ["Äldreboendet", "Hemtjänsten", "Gruppbostaden"], "night_staffed"],
  ["sbf", "Stadsbyggnadsförvaltningen", "Urban Development Department", ["Driftområdet", "Verkstaden", "Förrådet"], "technical"],
  ["uf", "Utvecklingsförvaltningen", "Development Department", ["Biblioteket", "Idrottshallen", "Fritidsgården"], "library"],
  ["ksf", "Kommunstyrelseförvaltningen", "Municipal Executive Department", ["Kontoret", "Servicecentret"], "office"],
  ["mhf", "Miljö- och hälsoskyddsförvaltningen", "Environment and Health Department", ["Tillsynsenheten", "Laboratoriet"], "office"],
  ["tek", "Tekniska förvaltningen", "Technical Department", ["Vattenverket", "Reningsverket", "Återvinningscentralen"], "technical"],
  ["kuf", "Kulturförvaltningen", "Culture Department", ["Museet", "Teatern", "Musikskolan"], "public"],
  ["amf", "Arbetsmarknadsförvaltningen", "Labour Market Department", ["Vuxenskolan", "Jobbtorget"], "office"],
];

export const PARTIES = words(`
  Polisen Räddningstjänsten Regionen Elnätsbolaget Hemvärnet Länsstyrelsen Församlingen Vattenbolaget Trafikbolaget
  Fjärrvärmebolaget Försvarsmakten Tullverket Kustbevakningen Civilförsvarsförbundet Fastighetsägarna Köpmannaföreningen`);

export const SCENARIOS = [
  "elavbrott", "skyfall", "värmebölja", "it-avbrott", "dricksvattenstörning", "brand i byggnad", "telefoniavbrott",
  "personalbrist", "ras och skred", "storm", "smitta", "farligt gods", "barn avviker", "hot om grövre våld",
  "inbrott", "vattenskada", "felaktig utbetalning", "läkemedelsbrist", "översvämning", "snöoväder",
];

export const MOTIVES = [
  "Inträffar några gånger om året, hittills med lindrig utgång.",
  "Bygger på en genomgång tillsammans med räddningstjänsten i våras.",
  "Underlaget är tunt; en ny bedömning görs när utredningen är klar.",
  "Ledningarna är gamla och reservkraften har inte provats under last.",
  "Verksamheten har övat utrymning, men inte inrymning.",
];

export const VULNERABILITIES = [
  "Ingen egen reservkraft", "Låga grindar på gården", "Sommarvikarier känner inte rutinen", "Servern saknar kylning", "En enda tillfartsväg",
];

export const DEPENDENCIES = ["Elförsörjningen", "Dricksvatten", "IT-drift och datakommunikation", "Att personalen kan ta sig till arbetet", "Leverans av mat"];

export const NOTES = [
  "Gick igenom reservrutiner med arbetsplatserna", "Gav råd om utrymning och larm", "Träff för säkerhetsombud", "Följde upp åtgärder från förra året",
  "Höll en genomgång av brandskyddet",
];

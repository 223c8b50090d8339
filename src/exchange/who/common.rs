//! Words that are part of nobody's name, by kind, in Swedish, English, Danish and Norwegian.
//!
//! A cell of capital letters, or with a capital letter in each word, looks like a name whatever it says. One word that
//! means something else is enough to ask. Words that are names as well, such as `Juni`, `Sommar` or `Will`, stand in none
//! of these.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::organisation::nobody::FILLER;

/// What is done, has been done or is to be done.
const VERBS: &str = "
    afgået afløser afløses afløst afskediget anmäla anmäler anställa anställer ansøger anta antar applied applies
    apply appoint appointing arbeta arbetar arbetat arrive arrives arriving assign assigning avbokad avböjer avböjt
    avgör avgörs avhopp avhoppad avlida avliden avliten avlös avlösa avlöser avlöses avlösning avløser avløses avsade
    avsagt avsatt avslutar avslutas avsluttet avstår avsägelse avsäger avtackad avveckla avvisad await awaits became
    become becomes begynner begär begärt behov behöver behövs bekräfta bekräftad bekräftas bekräftat bemanna bemannat
    besked bestemmes beställ beställd beställs bestäm bestämma bestämmer bestäms besätta besätts bifogas blev blevet
    bli blir bliva blive bliver blivit boka bokad bokas bokat bord borde bort bortgången bortrest bruger byt byta byts
    bytter byttet bytts bör call cancel canceled cancelled change changed changing check checking chosen close closed
    come comes coming confirm contact continue continued continues decide deciding decline declined dela delar delat
    delayed delegate delegated delegerad delegeras delegerat deleted departed discuss diskutera diskuterad diskuteras
    efterfråga efterlyser efterlyses ended ending ends ersatt ersatts ersätt ersätta ersätter expected expired expires
    fanns fattas ferie fill filling find findes finding finished finna finnas fixa fixas flytt flytta flyttad flyttas
    flyttet fortsatt fortsätter fortsättning fram fratrer fratrådt fratrådte fratræder frem frågan frånvarande
    frånvaro funkar fyll fylla fylls få fået får fått följ följa följande följer för föreslå föreslås förlängd
    förlängs förlängt försvann følge følger ger ges gick gikk gir gives gjord gjort gjør gjøre going gone gå gået går
    gått gör görs gør gøre had haft handle handles handlägger hantera hanterar har havde have having hej hiring hittad
    hittas hjälp holdes holds hoppat hyr hyra hyrd hämta hämtas håller hålls höra hörs information informeras ingå
    inhyrd inhyrda inkallad inkommer inköpt inlånad insatt inställd invald join joined joining joins klarar klargörs
    koll kolla kollad kollar kom komma kommande kommer kommit komplettera kompletterar konstitueres konstitueret
    konstituert kontaktad kontrollera kontrollerad kontrollerar kunne kvar köp köpa köper köpt kör körs lader leaves
    leder ledes lediga lediganslås ledigförklarad leta letar letas lete leter look looking lyses lägg lägga lägger
    lämna lämnad lämnade lämnar lämnas lämnat lås lösa löser löses lösning maintained mangler meddela meddelar
    meddelas mejl moved moving must mvh måste måtte nedlagt need needed needs nominate nominera nomineras ombesörjs
    omorganisation omorganiseras omplacerad omplaceras ongoing ophører ophørt opphører opphørt orlovs osäker osäkra
    overdraget overtager overtaget overtar overtatt pausa pausad pausas pausat paused pensioneras pensionär permittert
    please postponed promoted påbörjad pågått påminn påminna påminnelse quit recruit recruits rehire rejst rekruttere
    rekrutterer rekrytera rekryterad rekryterar removed replace replaced replacement replacing request requested
    required resign resigned resigns retire retired retires retiring returning returns rotates rotating rotera
    roterande roterar roterer saknad saknades saknats satt scheduled search searching seeking seeks select semester
    send sent should sick sitter sjuk sjukfrånvaro sjukledig ska skaffa skal skicka skickas skickat skifter skiftet
    skriv skriva skulle sköta sköter skött slut sluta sluter slutt slutter sluttet spør spørg stannar startar starting
    starts stepped stopped stopper ställföreträdande ställföreträdare stäng stänga stängs stå står suspended svara
    svarar sykmeldt sägs sätta sätts sök söka söker söks sökt søger søges søke søker søkes tackade tackar tackat taga
    tager tages tagit taken takes taking tar tas tatt terminated tilbage tillfråga tillfrågad tillfrågas tillfrågats
    tillförordnad tillika tillsätt tillsätta tillsätter tillträda tillträdde tillträder tiltrer tiltræder tjl tog
    transferred udgået udgår udpege udpeget update updated updating uppdatera uppdrag uppge uppges uppgår upphör
    upphöra upphörde upphört uppsägning ut utan utgår utgått utlyst utlåna utlånad utnevne utreda utreds utsatt utse
    utser utsettes utsågs vacated valberedning vald var vara varar varit ved velge velger venter ventes veta vill visa
    visas väl välj välja väljer väljs vänta väntelista växla vælge vælger være været vært waiting waits wanted work
    working works ändra ändras är åker åtar åter återkom återkomma återkommer återkoppla återkopplar överenskommelse
    övergår överlämnad överlämnas överlåten övertagen övertagit övertar övertas övertog ønskes
";

/// Small words: who, which, where, when, how, and what stands between others.
const SMALL: &str = "
    about after all alle allerede allt alltid alltså also anden andet annars annat annen annet ansvar ansvarlige antal
    antingen any anyone are av bakom before begge begynnelsen being beroende between bland blandt blant blot bort both
    but båda bådas både cannot currently dem denna denne deras dere deres deretter dersom dess desuden detta dette dig
    disse ditt dock during där därefter därför dåvarande each eder efter either eller emellan enbart endera endnu ens
    enten er ert ett etter ever every everyone exakt fast fler fleras flere flertal flertalet following forskellige
    fra fram framför framledes framöver fristående from further færre før først ganska genast genom gärna har helt
    hende hendes henne hennes here herefter hertil his hit honom hos how however hur hva hvad hvem hver hvilken hvis
    hvor hvordan hvorfor hvornår här ibland icke idag if igen igår ikke imellem imellom imorgon inden indtil inför
    ingen inget ingår inklusive innan inne innen inntil inom inte into istället it its jeg jer just kanskje kl kring
    kun kvar later least less lige likaså likt lite löpande many maybe meget mellan mellem mellom midlertidig mig
    mindre mine minst mitt mod more most mot much must mye måske near neither nesten never next noen nogen noget nogle
    nok none nor not now nowhere nu nuläget number nästa nästan nästkommande någon någons någonstans något några nån
    obs och off ofta often også olika omkring omtrent only opad opp os oss osv other others our ours out over own
    pending pga pr rather rätt sak samman samme sammen samtidig sedan seg selv senare senaste several shall she siden
    sidste sig since sist sitt själv själva sm snarast snarest snart some somebody someone something soon stadig still
    straks strax så sådan sånn than that the their them then there these they this those though through throughout til
    till tillfälle tillfällig tillfälliga tillsammans tillsvidare today tomorrow too trots tvärs tyvärr uden udenfor
    under ungefär until upon upp uppe urgent utanför utav uten utom utöver varandra varannan vardera various varit
    varje vars vart varv ved vem vems verkligen very vid vidare vilka vilken vilket vissa visst vor väldigt vår våra
    våre vårt være was were what when where whether which while who whoever whole whom whose why with within without
    would yesterday yet you your än ändå ännu även över övrig övriga övrigt øvrige
";

/// What a person or a post is, is like, or is called by in common.
const DESCRIPTIONS: &str = "
    afløser aktör aktören aktörer anonymous ansat ansatt ansatte ansvar ansvaret ansvariga ansvarige anybody applicant
    applicants arbetsgivare arbetsgivaren arbetsledning arbetstagare befattning befattningen befintlig befintliga
    beslutsfattare boss brandman bruger brugere brukare bruker brukere candidate candidates chefsbyte chefsrekrytering
    client colleague contractor customer delegation deltagare deltid driftansvar dubbel elev elever employer enskild
    enskilda entreprenör entreprenören everybody extern external extra facklig fackligt fastighetsägare
    fastighetsägaren felles flexibel flexibelt forskellig fullmakt fælles förman förtroendevald förtroendevalda
    förvaltare förvaltaren förälder föräldrar gammal gemensamma grupp guard guards guest gäst halvtid heltid huvudman
    huvudmannen hyresgäst hyresgästen hyresvärd hyresvärden individuell ingenting inhouse interim internal joint
    kandidat kandidater klient kollega kollegor kollektiv kollektivt kommunal kommunala kommunalt kund kunden kunder
    kvinna landlord lead leader leverandør leverantör leverantören lokal lokala lærer lærere medarbeider medarbeidere
    medarbejder medarbejdere medborgare medlem medlemmar mottagare multiple människa människor namnet namnlös namnlöst
    nobody ny nyanställd nyanställda nytt nyvald nästföljande offentlig oförändrat okej ombudsman operator operatör
    ordinarie ordinær owner partner party pedel people person personale personen personer personerna personnel persons
    pojke politiker posts preliminärt privat privata private privatperson projektanställd provider public reserver
    responsible role roles rollen roller samarbejdspartner same schedule scheduled schema scheman schemat
    semestervikarie shift shifts single skema skyddsombuden skyddsområde specifik statlig statligt student students
    studerande supplier säsong säsongs teacher teachers temp temporary tenant tillfälligt tillsynsman timanställd
    tjänsteman tjänstemän tjänsteperson tjänster tjänstgörande udlejer underviser uppdragstagare user users uthyrd
    utleier utomstående vacancies vagt vagter vakanta vakt vakten vakter vakthavande various vem vendor vikar vikarer
    vikariat vikariatet vikarien vikarier vikarierna visitor volontär volontärer volunteer väktare väktaren väktarna
    vårdnadshavare worker workers yngst yrke ägare ägaren äldst
";

/// Organisations, and the words that their names are made of.
const ORGANISATIONS: &str = "
    aalborg aarhus abb academy akademi akademiska aktiebolag alarm aleris alliance allians ambea ambulans ambulansen
    arbetsförmedlingen arena arkitekt arkitekter arkiv arkivet assistans associates association attendo authority
    avarn avdelningar avonova bank banken barnehage barnehagen bemanning bevakning bevakningen bibliotek biblioteken
    bil bio blekinge bohuslän bolagen boligforening borås bostad bostäder brandförsvar brandförsvaret brandkår
    brandkåren brandskydd brandstation brandstationen brandvæsen brandvæsenet brannvesen brannvesenet butik butiken
    butiker byalag byggen byrå børnehave børnehaven cafe café capio city civilförsvar civilförsvaret cleaning clinic
    club college consulting coop cooperative coor copenhagen corporation council county dalarna dalsland danmark
    denmark denmarks dental digital distriktssköterskor domstol domstolen enterprise enterprises entreprenad
    entreprenader eskilstuna europa europe europeiska excel facebook facilities facility fack facket fagforening falun
    familjecentral fastigheterna finans finland folkhögskola folkhögskolan folktandvård folktandvården forening
    fotboll foundation frivilliga frivilligcentral frösunda fylke fylkeskommune fylket fængsel förbund förbundet
    förenade föreningar företag företaget företagshälsa företagshälsan församling församlingen förskolor förskolorna
    försvaret försäkring försäkringar förvaltningar förvaltningarna galleri google gothenburg gotland group
    gruppboende gruppboenden gruppbostad gruppbostaden gym gymnasier gymnasium gästrikland gävle göteborg halmstad
    handel helsingborg helsingfors hemsida hjemmepleje hjemmeplejen hjemmetjeneste holding holdings hospital hotel
    hotell hotellet humana hyresgästföreningen hälsa hälsingland härjedalen ica ideell idrott idrotten ikea industri
    industrier insats installation institut institutet insurance international ishallen iss jämtland jönköping kalmar
    kapell kapellet karlskrona karlstad kfum kiosk kiosken kirken kirkens klinik kliniken klubb klubben kommunal
    kommunen kommuner kommunerna kommunikation konsulter korset kriminalvård kriminalvården kristianstad kyrka kyrkan
    kyrkans kyrkogård kyrkogården köpenhamn københavn landskrona landsting landstinget lappland limited linköping
    lions logistik loomis luleå länet länsstyrelse länsstyrelsen lärarna lärosäte lægehus malmö maskin medelpad media
    medicin medicinsk microsoft ministerium ministry missbruk mission moské museer museet museum musik myndighet
    myndigheten myndigheter måltid måltiden måltider nato ncc nokas nordea norden nordic norge norlandia norrbotten
    norrköping norrland norway nyköping nytida odense omsorgen operations organisation organisationen organisationer
    oslo outlook outsourcing parkering parti partiet peab plejecenter plejehjem plejehjemmet polis polisen politi
    politidistrikt politiet postnord praktikertjänst primärvård primärvården projekt projektet pta redd region
    regionala regionen regionens regioner rehab rektorsområde rektorsområdet renhållning restaurang restaurangen
    riksdag riksdagen rotary räddning räddningsverket röda rörelse røde samfund samfällighet samfälligheten samhall
    samhälle samhälles samhällsbyggnad samhällsskydd samkommun samverkan scouterna securitas security selskab
    selskabet selskap selskapet seniorer services sharepoint simskola sjukhem sjukhus sjukhuset skanska skatteverket
    skellefteå skole skolen skoler skolor skolorna skolväsendet skype skåne skånes skövde småland social socialt
    society sodexo sos stad staden stadens stads stadsdel stadsdelen stadsnät stadsteater statens statskontoret
    stavanger stiftelse stiftelsen stockholm stockholms store study styrelse styret städ städbolag städning städningen
    suez sundsvall svensk svenska svenskt sverige sveriges sweden swedish sygehus sygehuset sykehjem sykehjemmet
    sykehus sykehuset synagoga sällskap sällskapet södermanland södertälje sörmland tandläkare tandvård taxi teams
    teater teatern teknisk tekniska tele telia tennis tingsrätt tingsrätten trafik transport transporter trollhättan
    trondheim trust turism turistbyrå tvätt täby uddevalla umeå ungdomsskole universitet universitetet university
    uppland uppsala utbildningar utveckling varberg vardaga veolia verk verket verksamheter verkställande vuggestue
    vuxenutbildning väktarbolag väktarbolaget värmland västerbotten västergötland västerås västmanland växjö
    vårdcentral vårdcentralen word world ymca zoom äldreboenden äldreomsorg äldreomsorgen åklagare ångermanland
    ældrepleje öland örebro östergötland östersund
";

/// What is written of, where and when: things, meetings and times that are nobody's name.
const THINGS: &str = "
    address adress adressen aftale agenda agreement anmälan anslag anställning answer ansökan ansøgning anteckning
    approval arbeid arbeidet arbejde arbejdet arbete arbetet arbetsmiljö arbetsplats arbetsplatsen artikel avsnitt
    avtal avtale avtalet behörighet besked beställning betyg bild blankett bok bokslut brev budget cell column comment
    contract copy dagar dagarna dage dagen dagene dager dagordning data date dato datum days deadline delen
    description details document dokument dokumentet duty e-post eftermiddag email epost error example exempel faktura
    fax fejl ferie fil file filen flik fliken form formula fravær fråga frågor förfrågan förmiddag försening förslag
    grunden halvår halvåret handling handlingar helg helgdag helgen helger hemsidan hours id-nummer idag ikväll
    imorgon interview intranät intranätet intresse intresset invoice issue item items jullov kalender kommentar
    konferens kontakt kontakten kontakter kontaktuppgift kontaktuppgifter kontor kontrakt kopia korten kurs kursus
    kväll kvällar kvällstid lapp leave lediganslagen ledighet letter list liste listen location lön mail mailen
    meddelande meeting mejl message midsommar minutes mobil mobilen mobiltelefon month months morgon morgonen månaden
    månader månadsskiftet måned måneder möte mötesdatum mötet møde mødet møte møtet name navn navnet note notes notice
    nummer numret nyckel ombesörjning opgave opgaver oppgave oppgaver opslag order organisationsförändring orsak paper
    phone plads plan planering planeringen plans plass plats platser policy position problem procedure process
    processen project protokoll punkt påsk question rapport rapporten reason record remiss report result row rubrik
    rutin rutiner samtal schemaläggning section sektioner semestern semestrar sheet sidan side sider skema skäl
    slutdatum sommartid sportlov spørgsmål spørsmål stage status step stillinger stöd svar system systemet tabell
    table tasks team telefonnummer term termin terminen terminer terms text tid tiden tider tidspunkt titel title
    tjänsteställe total type uge uger uke uker undantag underlag uppföljning uppgiften urval utlysing utlysningen
    vacation valet value vardag vardagar vecka veckan vecko veckor version vintertid webben webbplats week weekend
    year years ärende ärendet år årets årligen årsmöte årsmötet årsskifte översyn övning
";

/// What words of everyday end with that no name ends with.
const ENDS: &[&str] = &[
    "ningen",
    "ningar",
    "ningarna",
    "tionen",
    "tioner",
    "heten",
    "heter",
    "skapet",
    "verket",
    "rådet",
    "förbund",
    "förbundet",
    "stiftelsen",
    "stiftelse",
    "församling",
    "församlingen",
    "föreningen",
    "universitetet",
    "kyrkan",
    "partiet",
    "sällskapet",
    "klubben",
    "butiken",
    "banken",
    "hotellet",
    "vården",
    "vikarier",
    "personalen",
    "ligen",
    "ligt",
    "iskt",
    "tvis",
    "ation",
    "ition",
];

/// Short words that say nothing of who, and that somebody may be called all the same.
const NAMES_TOO: &[&str] = &[
    "tom", "from", "post", "just", "de", "den", "av", "o", "m", "i", "p", "t", "to", "om", "in", "er", "is", "be",
    "at", "as", "st", "roll", "men", "time", "so",
];

/// All of them. A list of everyone who works somewhere asks of each word.
static COMMON: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let texts = [VERBS, SMALL, DESCRIPTIONS, ORGANISATIONS, THINGS];
    let words = texts.into_iter().flat_map(str::split_whitespace).chain(FILLER.words());
    words.filter(|word| !NAMES_TOO.contains(word)).collect()
});

/// Whether a word in small letters is one of everyday.
pub(super) fn is_common(low: &str) -> bool {
    COMMON.contains(low) || ENDS.iter().any(|end| low.len() > end.len() + 1 && low.ends_with(end))
}

/// Whether words with capital letters alone begin with what shortens an organisation: `KPMG Revision`.
pub(super) fn begins_with_initials(words: &[&str]) -> bool {
    let is_capital = |word: &str| word.chars().all(char::is_uppercase);
    let is_vowel = |letter: char| "AEIOUYÅÄÖÆØÉ".contains(letter);
    let [first, .., last] = words else { return false };
    (3..=5).contains(&first.chars().count()) && is_capital(first) && !is_capital(last) && !first.chars().any(is_vowel)
}

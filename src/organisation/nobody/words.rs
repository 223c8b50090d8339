//! The words that say that nobody holds a post, or that stand beside those that do, in Swedish, English, Danish and
//! Norwegian. All are in small letters, with a space between.

/// Words that say by themselves that nobody holds a post, whatever stands beside them.
pub(super) const VACANT: &str = "
    vakant vakanta vakans vakanser vakantsatt vakanssatt vacant vacancy obesatt obesatta ubesat ubesatt ubesatte
    unfilled unassigned unoccupied tillsätts tillsättes tillsättas tillsättning rekrytering rekryteras
    rekryteringen återbesätts återbesättning nyrekrytering rekruttering rekrutteres recruiting recruitment utlyst
    utannonserad utannonseras tba tbd tbc nn nomen opslået ansættes besættes besettes vakansen vakanthållen
    vakanthålls vakanthållet vakantsätts vacat tilsettes tilsetting ansettelse ansættelse ansettes nyansættelse
    nyansettelse utlysning utlyses stillingsopslag vakance vakancer vakanse nescio rekr söks sökes
";

/// Words that say that nobody holds a post, unless a name stands beside them.
pub(super) const NOBODY: &str = "
    saknas saknar ingen inget inga intet ingenting ledig ledigt mangler nobody none no-one noone nil missing
    lacking open vak vac na ledige obemannad obemannat ubemannet mangles
";

/// Words that say "not".
pub(super) const NOT: &str = "
    ej inte icke ikke ikkje not ännu yet inget ingen inga no nobody
";

/// What has not been done, or will be, where nobody holds a post.
pub(super) const CHOSEN: &str = "
    utsedd utsett utsedda tillsatt tillsatta vald valt valda bestämd bestämt klar klart besatt beslutat beslutad
    utpekad utpekat utnämnd anmäld anmält fastställt aktuell aktuellt tillämpligt tilldelad tilldelat udpeget
    utpekt oppnevnt valgt besat ansat ansatt tilsatt utnevnt avklaret appointed filled assigned elected decided
    selected chosen named applicable finns finnes findes bestemt avklart utvalgt udnævnt utvald tildelt avgjort
    besluttet relevant confirmed nominated designated found identified aktuelt fastsatt fastsat
";

/// Words that announce that somebody will be chosen.
pub(super) const COMING: &str = "
    utses väljs tillsätts utpekas udpeges utpekes oppnevnes vælges velges utnämns anställs utnevnes udnævnes
";

/// Words that say nothing of who, beside those that say that nobody does.
pub(super) const FILLER: &str = "
    är fn för närvarande just nu pågår pågående under av i på till tills vidare tv från och med om fr from tom to
    o m den det de tjänsten tjänst posten post uppdraget uppdrag rollen roll platsen plats stillingen stilling
    ännu än snart senare kommer ska skall att sedan efter inom kort senast ny nytt nya innehavare har någon utsedd
    namn person the is position currently at present yet soon later in progress be until since er p t pt pga
    process st sv tillfället tillfälligt idag dagsläget stunden tyvärr dessværre desværre øjeblikket øyeblikket
    endnu ennå enda fra for navn name men då måste så time moment now still as nej nei
";

/// Words for times of the year and terms.
pub(super) const TIMES: &str = "
    höst hösten höstterminen vår våren vårterminen sommar sommaren vinter vintern ht vt v vecka kvartal efterår
    efteråret forår autumn spring summer winter fall januari februari mars april maj juni juli augusti september
    oktober november december january february march may june july august october marts mai januar februar
    desember jan feb apr jun jul aug sep sept okt oct nov dec årsskiftet året nästa år month månad
";

/// Words of what someone is, not of who.
pub(super) const TITLES: &str = "
    rektor biträdande bitr tf vik vikarie vikarierande ordinarie ersättare suppleant vd direktör föreståndare
    administratör assistent vaktmästare lärare förskollärare sjuksköterska ekonom sekreterare kommundirektör head
    manager principal representative coordinator substitute acting deputy leder strateg koordinator kontaktperson
    kontakt ansvarig personal ordförande vice chair officer director member ledamot konsult consultant reception
    receptionen expedition expeditionen växel växeln jour support innehavare ledning ledningen ledningsgruppen
    alla samtliga gemensam gemensamt flera annan extern externt intern internt pedagog socionom undersköterska
    bibliotekarie tekniker inspektör controller dr doktor prof professor herr fru fröken mr mrs ms miss timvikarie
    vaktmästaren ordf
";

/// What words of what someone is end with.
pub(super) const TITLE_ENDS: &str = "
    chef chefen chefer ombud ombudet ombuden samordnare samordnaren rektorn rektorer ledare ledaren ansvarige
    handläggare handläggaren föreståndaren ersättaren vikarien koordinatorn direktören kurator kuratorn psykolog
    psykologen pedagog pedagogen lärare läraren sköterska sköterskan assistent assistenten ingenjör ingenjören
    konsulent konsulenten terapeut terapeuten mästare mästaren utvecklare utredare inspektör inspektören tekniker
    teknikern skötare vårdare strateg strategen planerare administratör administratören sekreterare koordinator
    instruktör specialist konsult konsulten läkare
";

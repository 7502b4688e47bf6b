// The provinces of Italy with their codes and names, those of today and those that files of the last decades name.

/// Provinces as a table.
///
/// Sources: ISTAT, codes of territorial units (107 provinces from 2016 on, four abolished ones of Sardegna, former
/// initials of Forlì and Pesaro); Eurostat, NUTS 2021 and the codes of NUTS 2003 to 2016 where they differ.
/// Codes of NUTS 2003 and 2006 that begin with ITD or ITE are those that now begin with ITH and ITI.
enum ProvinceTable {
  /// Initials; ISTAT code; NUTS 3 codes, the newest first; names, the official one first; capitals.
  static let today = """
    TO;001;ITC11;Torino|Turin;Torino
    VC;002;ITC12;Vercelli;Vercelli
    NO;003;ITC15;Novara;Novara
    CN;004;ITC16;Cuneo;Cuneo
    AT;005;ITC17;Asti;Asti
    AL;006;ITC18;Alessandria;Alessandria
    AO;007;ITC20;Valle d'Aosta|Vallée d'Aoste|Aosta|Aoste;Aosta
    IM;008;ITC31;Imperia;Imperia
    SV;009;ITC32;Savona;Savona
    GE;010;ITC33;Genova|Genoa|Genua;Genova
    SP;011;ITC34;La Spezia|Spezia;La Spezia
    VA;012;ITC41;Varese;Varese
    CO;013;ITC42;Como;Como
    SO;014;ITC44;Sondrio;Sondrio
    MI;015;ITC4C ITC45;Milano|Milan|Mailand;Milano
    BG;016;ITC46;Bergamo;Bergamo
    BS;017;ITC47;Brescia;Brescia
    PV;018;ITC48;Pavia;Pavia
    CR;019;ITC4A;Cremona;Cremona
    MN;020;ITC4B;Mantova|Mantua;Mantova
    BZ;021;ITH10;Bolzano|Bozen|Bolzano/Bozen|Bolzano-Bozen|Alto Adige|Südtirol|South Tyrol;Bolzano|Bozen
    TN;022;ITH20;Trento|Trentino|Trient;Trento
    VR;023;ITH31;Verona;Verona
    VI;024;ITH32;Vicenza;Vicenza
    BL;025;ITH33;Belluno;Belluno
    TV;026;ITH34;Treviso;Treviso
    VE;027;ITH35;Venezia|Venice|Venedig;Venezia
    PD;028;ITH36;Padova|Padua;Padova
    RO;029;ITH37;Rovigo;Rovigo
    UD;030;ITH42;Udine;Udine
    GO;031;ITH43;Gorizia|Görz|Gorica;Gorizia
    TS;032;ITH44;Trieste|Triest|Trst;Trieste
    PC;033;ITH51;Piacenza;Piacenza
    PR;034;ITH52;Parma;Parma
    RE;035;ITH53;Reggio nell'Emilia|Reggio Emilia|Reggio;Reggio nell'Emilia
    MO;036;ITH54;Modena;Modena
    BO;037;ITH55;Bologna;Bologna
    FE;038;ITH56;Ferrara;Ferrara
    RA;039;ITH57;Ravenna;Ravenna
    FC;040;ITH58;Forlì-Cesena|Forlì|Cesena|Forlì Cesena;Forlì|Cesena
    PU;041;ITI31;Pesaro e Urbino|Pesaro|Urbino;Pesaro|Urbino
    AN;042;ITI32;Ancona;Ancona
    MC;043;ITI33;Macerata;Macerata
    AP;044;ITI34;Ascoli Piceno|Ascoli;Ascoli Piceno
    MS;045;ITI11;Massa-Carrara|Massa|Carrara|Massa e Carrara;Massa|Carrara
    LU;046;ITI12;Lucca;Lucca
    PT;047;ITI13;Pistoia;Pistoia
    FI;048;ITI14;Firenze|Florence|Florenz;Firenze
    LI;049;ITI16;Livorno|Leghorn;Livorno
    PI;050;ITI17;Pisa|Pise;Pisa
    AR;051;ITI18;Arezzo;Arezzo
    SI;052;ITI19;Siena;Siena
    GR;053;ITI1A;Grosseto;Grosseto
    PG;054;ITI21;Perugia;Perugia
    TR;055;ITI22;Terni;Terni
    VT;056;ITI41;Viterbo;Viterbo
    RI;057;ITI42;Rieti;Rieti
    RM;058;ITI43;Roma|Rome|Rom;Roma
    LT;059;ITI44;Latina;Latina
    FR;060;ITI45;Frosinone;Frosinone
    CE;061;ITF31;Caserta;Caserta
    BN;062;ITF32;Benevento;Benevento
    NA;063;ITF33;Napoli|Naples|Neapel;Napoli
    AV;064;ITF34;Avellino;Avellino
    SA;065;ITF35;Salerno;Salerno
    AQ;066;ITF11;L'Aquila|Aquila;L'Aquila
    TE;067;ITF12;Teramo;Teramo
    PE;068;ITF13;Pescara;Pescara
    CH;069;ITF14;Chieti;Chieti
    CB;070;ITF22;Campobasso;Campobasso
    FG;071;ITF46 ITF41;Foggia;Foggia
    BA;072;ITF47 ITF42;Bari;Bari
    TA;073;ITF43;Taranto;Taranto
    BR;074;ITF44;Brindisi;Brindisi
    LE;075;ITF45;Lecce;Lecce
    PZ;076;ITF51;Potenza;Potenza
    MT;077;ITF52;Matera;Matera
    CS;078;ITF61;Cosenza;Cosenza
    CZ;079;ITF63;Catanzaro;Catanzaro
    RC;080;ITF65;Reggio Calabria|Reggio;Reggio di Calabria
    TP;081;ITG11;Trapani;Trapani
    PA;082;ITG12;Palermo;Palermo
    ME;083;ITG13;Messina;Messina
    AG;084;ITG14;Agrigento;Agrigento
    CL;085;ITG15;Caltanissetta;Caltanissetta
    EN;086;ITG16;Enna;Enna
    CT;087;ITG17;Catania;Catania
    RG;088;ITG18;Ragusa;Ragusa
    SR;089;ITG19;Siracusa|Syracuse|Syrakus;Siracusa
    SS;090;ITG2D ITG25 ITG21;Sassari;Sassari
    NU;091;ITG2E ITG26 ITG22;Nuoro;Nuoro
    CA;092;ITG2F ITG27 ITG24;Cagliari;Cagliari
    PN;093;ITH41;Pordenone;Pordenone
    IS;094;ITF21;Isernia;Isernia
    OR;095;ITG2G ITG28 ITG23;Oristano;Oristano
    BI;096;ITC13;Biella;Biella
    LC;097;ITC43;Lecco;Lecco
    LO;098;ITC49;Lodi;Lodi
    RN;099;ITH59;Rimini;Rimini
    PO;100;ITI15;Prato;Prato
    KR;101;ITF62;Crotone;Crotone
    VV;102;ITF64;Vibo Valentia|Vibo;Vibo Valentia
    VB;103;ITC14;Verbano-Cusio-Ossola|Verbania|Verbano|VCO;Verbania
    MB;108;ITC4D;Monza e della Brianza|Monza|Monza Brianza|Brianza;Monza
    FM;109;ITI35;Fermo;Fermo
    BT;110;ITF48;Barletta-Andria-Trani|Barletta|Andria|Trani|BAT;Andria|Barletta|Trani
    SU;111;ITG2H;Sud Sardegna|Carbonia;Carbonia
    """

  /// Provinces of Sardegna that were abolished in 2016, in the same form.
  static let former = """
    OT;104;ITG29;Olbia-Tempio|Gallura|Gallura Nord-Est Sardegna;Olbia|Tempio Pausania
    OG;105;ITG2A;Ogliastra;Lanusei|Tortolì
    VS;106;ITG2B;Medio Campidano;Sanluri|Villacidro
    CI;107;ITG2C;Carbonia-Iglesias|Sulcis Iglesiente;Iglesias
    """

  /// Other initials in use for a province, `FO` and `PS` from before its name became double.
  static let otherInitials = ["BAT": "BT", "VCO": "VB", "ROMA": "RM", "MD": "VS", "FO": "FC", "PS": "PU"]

  /// Provinces between which municipalities moved since 2004: two statements that name both do not disagree.
  static let exchanged: [Set<String>] = [
    ["MI", "MB"], ["BA", "BT"], ["FG", "BT"], ["AP", "FM"],
    ["SS", "NU", "CA", "OR", "SU", "OT", "OG", "VS", "CI"],
  ]

  /// ISTAT codes of the provinces that are metropolitan cities, which also have a code of 200 more.
  static let metropolitan: Set<Int> = [1, 10, 15, 27, 37, 48, 58, 63, 72, 80, 82, 83, 87, 92]
}

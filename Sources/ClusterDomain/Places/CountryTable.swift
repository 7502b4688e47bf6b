// Countries by code and by their names in English, Italian and German.

/// Countries as a table.
///
/// Sources: ISO 3166-1 (codes); Eurostat (EL and UK as codes of Greece and the United Kingdom in NUTS).
enum CountryTable {
  /// Codes that the NUTS classification and its extensions use in place of the ISO code.
  static let nutsCodes = ["EL": "GR", "UK": "GB"]

  /// Countries with NUTS codes or codes of the same form (EU, EFTA, candidates), as in these codes.
  static let withNUTS: Set<String> = [
    "AL", "AT", "BA", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "GE", "HR",
    "HU",
    "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS",
    "SE",
    "SI", "SK", "TR", "UA", "UK", "XK",
  ]

  /// Two letters; three letters; names, English first.
  static let named = """
    AL;ALB;Albania|Albanien
    AT;AUT;Austria|Österreich
    BA;BIH;Bosnia and Herzegovina|Bosnia ed Erzegovina|Bosnien und Herzegowina
    BE;BEL;Belgium|Belgio|Belgien
    BG;BGR;Bulgaria|Bulgarien
    CH;CHE;Switzerland|Svizzera|Schweiz
    CY;CYP;Cyprus|Cipro|Zypern
    CZ;CZE;Czechia|Czech Republic|Repubblica Ceca|Cechia|Tschechien
    DE;DEU;Germany|Germania|Deutschland
    DK;DNK;Denmark|Danimarca|Dänemark
    EE;EST;Estonia|Estland
    ES;ESP;Spain|Spagna|Spanien|España
    FI;FIN;Finland|Finlandia|Finnland
    FR;FRA;France|Francia|Frankreich
    GB;GBR;United Kingdom|Regno Unito|Vereinigtes Königreich|Great Britain|Gran Bretagna
    GR;GRC;Greece|Grecia|Griechenland
    HR;HRV;Croatia|Croazia|Kroatien
    HU;HUN;Hungary|Ungheria|Ungarn
    IE;IRL;Ireland|Irlanda|Irland
    IL;ISR;Israel|Israele
    IS;ISL;Iceland|Islanda|Island
    IT;ITA;Italy|Italia|Italien|Italie|Repubblica Italiana
    LI;LIE;Liechtenstein
    LT;LTU;Lithuania|Lituania|Litauen
    LU;LUX;Luxembourg|Lussemburgo|Luxemburg
    LV;LVA;Latvia|Lettonia|Lettland
    MC;MCO;Monaco
    MD;MDA;Moldova|Moldavia|Moldau
    ME;MNE;Montenegro
    MK;MKD;North Macedonia|Macedonia del Nord|Nordmazedonien
    MT;MLT;Malta
    NL;NLD;Netherlands|The Netherlands|Paesi Bassi|Niederlande|Olanda
    NO;NOR;Norway|Norvegia|Norwegen
    PL;POL;Poland|Polonia|Polen
    PT;PRT;Portugal|Portogallo
    RO;ROU;Romania|Rumänien
    RS;SRB;Serbia|Serbien
    SE;SWE;Sweden|Svezia|Schweden
    SI;SVN;Slovenia|Slowenien
    SK;SVK;Slovakia|Slovacchia|Slowakei
    SM;SMR;San Marino
    TR;TUR;Türkiye|Turkey|Turchia|Türkei
    UA;UKR;Ukraine|Ucraina
    US;USA;United States|Stati Uniti|Vereinigte Staaten|United States of America
    VA;VAT;Holy See|Vatican City|Città del Vaticano
    XK;XKX;Kosovo
    """

  /// All other two-letter codes of ISO 3166-1.
  static let otherCodes = """
    AD AE AF AG AI AM AO AQ AR AS AU AW AX AZ BB BD BF BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF
    CG CI CK CL CM CN CO CR CU CV CW CX DJ DM DO DZ EC EG EH ER ET FJ FK FM FO GA GD GE GF GG GH GI GL GM GN GP
    GQ GS GT GU GW GY HK HM HN HT ID IM IN IO IQ IR JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LK LR
    LS LY MA MF MG MH ML MM MN MO MP MQ MR MS MU MV MW MX MY MZ NA NC NE NF NG NI NP NR NU NZ OM PA PE PF PG PH
    PK PM PN PR PS PW PY QA RE RU RW SA SB SC SD SG SH SJ SL SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL
    TM TN TO TT TV TW TZ UG UM UY UZ VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """
}

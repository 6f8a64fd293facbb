//! The words of the line below a map in a frame, in languages other than French.

/// A language other than French, with the words of the line.
pub(super) struct Language {
    /// Its code, of BCP 47.
    pub(super) code: &'static str,
    pub(super) months: [&'static str; 12],
    /// The text between the day and the month, and between the month and the year.
    pub(super) between: [&'static str; 2],
    pub(super) status: &'static str,
    /// The label of one publisher, and of several.
    pub(super) source: [&'static str; 2],
    pub(super) and: &'static str,
    /// One more publisher, and several.
    pub(super) others: [&'static str; 2],
    /// The text of the link.
    pub(super) whole: &'static str,
}

/// The languages of neighbours and guests.
pub(super) const LANGUAGES: [Language; 4] = [
    Language {
        code: "en",
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        between: ["\u{a0}", "\u{a0}"],
        status: "Status as of",
        source: ["Source: ", "Sources: "],
        and: "and",
        others: ["other", "others"],
        whole: "Open the full page",
    },
    Language {
        code: "de",
        months: [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        between: [".\u{a0}", "\u{a0}"],
        status: "Stand:",
        source: ["Quelle: ", "Quellen: "],
        and: "und",
        others: ["weitere", "weitere"],
        whole: "Ganze Seite öffnen",
    },
    Language {
        code: "es",
        months: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        between: ["\u{a0}de\u{a0}", " de\u{a0}"],
        status: "Situación a",
        source: ["Fuente: ", "Fuentes: "],
        and: "y",
        others: ["más", "más"],
        whole: "Abrir la página completa",
    },
    Language {
        code: "it",
        months: [
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ],
        between: ["\u{a0}", "\u{a0}"],
        status: "Situazione al",
        source: ["Fonte: ", "Fonti: "],
        and: "e",
        others: ["altra", "altre"],
        whole: "Apri la pagina intera",
    },
];

"""What is said of the lines of a heading that are not there: FL1 to FL8.

Here: rules TG203 to TG211 and TG218. Elsewhere: which lines a message lacks (`presence`).
"""

from telegram.diagnostics import Rule, Severity

_FAH = "5 FAH-2 H-321; NAVEDTRA 14226 ch. 1"

WIRE_LINES_MISSING = Rule(
    code="TG203",
    name="wire-lines-missing",
    severity=Severity.NOTE,
    message="{which} are missing: this copy was stripped of what the network needed",
    explanation="""
        Archives and print layouts drop the lines that only relays read. Nothing is wrong with the
        copy; channel, routing, serial number and filing time are unknown. Judged as sent, each line
        is reported on its own.
        """,
    how_to_fix="Nothing to mend in a kept copy. To send it again, write the lines anew.",
    source=f"{_FAH}; comments of an open-source State header extractor (2012)",
    references=("FL1-R5", "FL3-R1", "FL4-R1"),
    bad="""
        R 051430Z MAR 74
        ^
        FM AMEMBASSY EXAMPLE
        """,
    good="""
        VZCZCXYZ0007
        RR RUEHC
        DE RUEHSN #0412 0641430
        ZNR UUUUU ZZH
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        """,
)
TRANSMISSION_MISSING = Rule(
    code="TG204",
    name="transmission-identification-missing",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="no transmission identification (FL1)",
    explanation="""
        FL1 starts the receiver and numbers the transmission on its channel; a gap in the numbers
        shows a lost message. It is cut off on delivery, so kept copies rarely have it.
        """,
    how_to_fix="Begin the transmission with VZCZC, the channel and the channel number.",
    source="5 FAH-2 H-321.1; NAVEDTRA 14226 ch. 1",
    references=("FL1-R5",),
    bad="""
        RR RUEHC
        ^^
        DE RUEHSN #0412 0641430
        """,
    good="""
        VZCZCXYZ0007
        RR RUEHC
        DE RUEHSN #0412 0641430
        """,
)
ROUTING_MISSING = Rule(
    code="TG205",
    name="routing-line-missing",
    severity=Severity.NOTE,
    as_sent=Severity.ERROR,
    message="no routing line (FL2)",
    explanation="""
        FL2 gives the precedence and the stations called. Without it a relay cannot send the message
        on.
        """,
    how_to_fix="Write the doubled precedence and the routing indicators of the stations called.",
    source="5 FAH-2 H-321.2-1",
    bad="""
        DE RUEHSN #0412 0641430
        ^^
        ZNR UUUUU ZZH
        """,
    good="""
        RR RUEHC
        DE RUEHSN #0412 0641430
        ZNR UUUUU ZZH
        """,
)
HEADER_MISSING = Rule(
    code="TG206",
    name="header-missing",
    severity=Severity.ERROR,
    message="no header (FL2)",
    explanation="""
        The positional header is what makes a message JANAP 128: precedence, classification,
        station, serial number, filing time and routing are read from it alone.
        """,
    how_to_fix="Write the header, or read the copy in the dialect amhs.",
    source='NAVEDTRA 14226 ch. 1, "Message header"',
    dialect="janap128",
    bad="""
        ZNR UUUUU
        ^^^
        R 151530Z APR 02
        """,
    good="""
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.
        ZNR UUUUU
        R 151530Z APR 02
        """,
)
STATION_MISSING = Rule(
    code="TG207",
    name="calling-station-missing",
    severity=Severity.NOTE,
    as_sent=Severity.ERROR,
    message="no calling station (FL3)",
    explanation="""
        DE names the station that prepared the message, its serial number and the filing time. A
        request to repeat the message quotes them.
        """,
    how_to_fix="Write DE, the station's indicator, the serial number and the filing time.",
    source="5 FAH-2 H-321.1-2; NAVEDTRA 14243",
    references=("FL3-R1",),
    bad="""
        RR RUEHC
        ZNR UUUUU ZZH
        ^^^
        """,
    good="""
        RR RUEHC
        DE RUEHSN #0412 0641430
        ZNR UUUUU ZZH
        """,
)
SECURITY_MISSING = Rule(
    code="TG208",
    name="security-warning-missing",
    severity=Severity.NOTE,
    as_sent=Severity.ERROR,
    message="no security warning (FL4)",
    explanation="""
        ZNR or ZNY says which circuits may carry the text. A switch that finds neither cannot
        protect the message.
        """,
    how_to_fix="Write ZNR UUUUU for unclassified text, else ZNY and the class letter five times.",
    source='NAVEDTRA 14226 ch. 1, "Security warning"',
    references=("FL4-R1",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.
        R 151530Z APR 02
        ^
        """,
    good="""
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.
        ZNR UUUUU
        R 151530Z APR 02
        """,
)
PREAMBLE_MISSING = Rule(
    code="TG209",
    name="preamble-missing",
    severity=Severity.ERROR,
    message="no precedence and date-time group (FL5)",
    explanation="""
        FL5 says how fast the message goes and when it was released; originator and date-time group
        together identify it.
        """,
    how_to_fix="Write the precedence and the date-time group above FM.",
    source="NAVEDTRA 14227; Army SS0656 lesson 3",
    bad="""
        ZNR UUUUU ZZH
        FM AMEMBASSY EXAMPLE
        ^^
        """,
    good="""
        ZNR UUUUU ZZH
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        """,
)
ORIGINATOR_MISSING = Rule(
    code="TG210",
    name="originator-missing",
    severity=Severity.ERROR,
    message="no originator (FM)",
    explanation="""
        Every plaindress message has one originator. Without it nobody answers for the text, and the
        date-time group identifies nothing.
        """,
    how_to_fix="Write FM and the originator's plain language address.",
    source="NAVEDTRA 14145; NAVEDTRA 14243",
    references=("FL6-R1",),
    bad="""
        R 051430Z MAR 74
        TO SECSTATE WASHDC
        ^^
        """,
    good="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        """,
)
ADDRESSEES_MISSING = Rule(
    code="TG211",
    name="addressees-missing",
    severity=Severity.ERROR,
    message="no addressee: neither TO nor INFO",
    explanation="""
        A message has somebody who must act or somebody who need only know. Information addressees
        alone are enough.
        """,
    how_to_fix="Write TO or INFO and the addressees.",
    source="NAVEDTRA 14222; NAVEDTRA 14243",
    references=("FL7-R1", "FL7-S1"),
    bad="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        BT
        ^^
        """,
    good="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        """,
)
ADDRESSES_NOT_PUBLISHED = Rule(
    code="TG218",
    name="addresses-not-published",
    severity=Severity.NOTE,
    as_sent=Severity.ERROR,
    message="neither FM nor TO stands above {number}",
    explanation="""
        Who publishes general messages, as the Marine Corps does, often leaves out of a copy from
        whom and to whom it went: the series says both.
        """,
    how_to_fix="Write FM and TO, if the message is to be sent.",
    source="public MARADMIN and ALMAR traffic",
    references=("FL6-R1", "FL7-R1"),
    dialect="amhs",
    bad="""
        R 121800Z JUN 18
        MARADMIN 338/18
        ^^^^^^^^^^^^^^^
        MSGID/GENADMIN/EXERCISE STAFF//
        SUBJ/EXERCISE BOARD//
        RMKS/1. THE BOARD CONVENES.//
        """,
    good="""
        R 121800Z JUN 18
        FM EXERCISE STAFF
        TO MARADMIN
        UNCLAS
        MARADMIN 338/18
        MSGID/GENADMIN/EXERCISE STAFF//
        SUBJ/EXERCISE BOARD//
        RMKS/1. THE BOARD CONVENES.//
        """,
)

"""Documents as the program should give them, their numbers computed once in R."""

SCHOOL = {
    "path": "school.xlsx", "status": "ready", "reason": None, "workbook": "7F3A-22K9",
    "study": "S-1", "findings": [], "repairs": [],
    "effects": [{
        "outcome": "reading", "role": None, "design": "randomised", "estimator": "ancova",
        "n": {"intervention": 4, "comparison": 4}, "b": 2.93582887700535, "sd": 3.80788655293195,
        "g": 0.669699393091872, "se": 0.32390401432652, "df": 5, "p": 0.068248733219419,
        "ci": [-0.07306950717971, 1.41246829336345], "level": 0.95,
        "months": {"estimate": 8, "low": -1, "high": 12, "table": "eef-2026"},
        "baseline": {"g": -0.110020342514198, "category": "adjust"},
        "attrition": {"overall": 0.111111111111111, "differential": 0.2, "category": "low"},
        "certainty": "low", "headline": "Words.", "strata": 0,
        "robustness": [
            {"name": "post-test only", "estimate": 0.570281359326867, "se": None,
             "ci": None, "p": 0.388985787443416},
            {"name": "gain", "estimate": 0.68433763119224, "se": 0.313415083968352,
             "ci": [0.0102817642135322, 1.3583934981709487], "p": 0.0475317944661124},
            {"name": "lin", "estimate": 0.669954557320998, "se": 0.345749551586604,
             "ci": [-0.199534638457187,  1.539443753099182], "p": 0.0991665610783575},
            {"name": "hc2", "estimate": 0.669699393091872, "se": 0.313407693981416,
             "ci": [-0.0427597251886873,  1.3821585113724317], "p": 0.0603922892227876},
            {"name": "welch", "estimate": 0.570281359326867, "se": 0.627275592485773,
             "ci": [-0.940812760395476,  2.081375479049210], "p": 0.389749933394958},
            {"name": "glass", "estimate": 0.515108937375389, "se": 0.730182958011552,
             "ci": [-0.916023362452175,  1.946241237202954], "p": 0.480529070484134},
            {"name": "mann-whitney", "estimate": 0.75, "se": None,
             "ci": None, "p": None}],
    }],
    "outputs": {"results": None, "report": None, "reply": None},
}
ANALYSIS = {
    "format": "whatworked/1",
    "counts": {"files": 1, "ready": 1, "fix": 0, "stopped": 0, "skipped": 0}, "files": [SCHOOL],
}


def study(id: str, estimate: float, variance: float, weight: float) -> dict:
    return {"id": id, "date": None, "estimate": estimate, "variance": variance, "weight": weight,
            "blup": None, "influence": None}


def step(k: int, estimate: float, low: float, high: float, tau2: float) -> dict:
    return {"k": k, "id": "ABCD"[k - 1], "estimate": estimate, "ci": [low, high], "anytime": None,
            "tau2": tau2}


def left_out(without: str, estimate: float, low: float, high: float, tau2: float) -> dict:
    return {"without": without, "estimate": estimate, "ci": [low, high], "tau2": tau2}


MERGE = {
    "format": "whatworked/1", "k": 4, "pupils": None,
    "model": {"tau2Estimator": "REML", "test": "knha", "variance": "own"},
    "pooled": {
        "estimate": 0.143958097402077, "se": 0.150364161105517, "statistic": 0.957396339284972,
        "df": 3, "p": 0.408996530482798, "ci": [-0.334567771555258, 0.622483966359413],
        "pi": [-0.70976520625411, 0.997681401058265]},
    "heterogeneity": {
        "tau2": 0.0493540901169758, "seTau2": 0.0759556042700011,
        "tau2CI": [0, 1.19644277313226], "i2": 53.3769312449994, "h2": 2.14486095982848,
        "q": 6.46198830409357, "qDf": 3, "qP": 0.0911737058914287},
    "studies": [
        study("A", 0.1, 0.04, 26.0248912353097), study("B", 0.5, 0.06, 21.2651440310723),
        study("C", 0.3, 0.05, 23.4054830957284), study("D", -0.2, 0.03, 29.3044816378896)],
    "cumulative": [
        {"k": 1, "id": "A", "estimate": 0.1, "ci": None, "anytime": None, "tau2": 0},
        step(2, 0.275, -2.2463093379542, 2.7963093379542, 0.03),
        step(3, 0.272972972972973, -0.220394852264323, 0.766340798210269, 0),
        step(4, 0.143958097402077, -0.334567771555258, 0.622483966359413, 0.0493540901169758)],
    "leaveOneOut": [
        left_out("A", 0.172980957633483, -0.738079194124241, 1.08404110939121, 0.0945417010064175),
        left_out("B", 0.0412780734621239, -0.587593862382187, 0.670150009306435,
                 0.0268004258740553),
        left_out("C", 0.10411858769194, -0.754671101161921, 0.962908276545801, 0.0749557185628173),
        left_out("D", 0.272972972972973, -0.220394852264323, 0.766340798210269, 0)],
    "smallStudies": {"reason": "fewer than 10 studies"}, "moderators": [], "subgroups": [],
    "multilevel": None, "areas": [], "pathways": [],
    "flow": {"issued": None, "returned": 4, "readable": 4, "complete": 4, "pooled": 4},
    "outputs": {"report": None, "workbook": None, "csv": None, "script": None},
}

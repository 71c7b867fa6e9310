#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
#
# Usage: authorisation/vectors/generate.py
#
# Writes the vectors beside it: a second implementation of the README's rules, of SCALE and of the
# hashes, which shares no code with the crate. The same run gives the same files.

import hashlib
import json
import pathlib
import random

HERE = pathlib.Path(__file__).parent

ACTIONS = """ReadTelemetry ReadConfig ReadLog Configure Therapy SuspendTherapy FirmwareUpdate
KeyManage Discharge ReadRecord WriteRecord ResumeTherapy""".split()
PURPOSES = """Treat EmergencyTreat BreakGlass Payment Operations Research PatientRequest
PublicHealth Service""".split()
REFUSALS = """DeviceNotTrusted DeviceLocked RoleDenied CredentialRevoked ConsentDenied NoConsent
NoSafetyProfile ZeroDose ExceedsSingleMax MinIntervalNotElapsed ExceedsWindowTotal
TherapySuspended WindowFull NotSuspended""".split()
OUTCOMES = """Permitted Denied Cancelled Executed Failed Rejected BreakGlassOpened BreakGlassClosed
BreakGlassReviewed Expired Erased""".split()
REVIEWS = ["Justified", "Unjustified", "Inconclusive"]
ROLES = {
    "Clinician": """ReadTelemetry ReadConfig ReadLog Configure Therapy SuspendTherapy ResumeTherapy
        Discharge ReadRecord WriteRecord""",
    "Pharmacist": "ReadConfig ReadLog ReadRecord",
    "BiomedEngineer": "ReadConfig ReadLog Configure FirmwareUpdate",
    "SecurityOfficer": "ReadLog KeyManage",
    "Emergency": """ReadTelemetry ReadConfig ReadLog Therapy SuspendTherapy ResumeTherapy
        ReadRecord""",
    "Reviewer": "ReadLog ReadRecord",
}
ROLES = {role: actions.split() for role, actions in ROLES.items()}
PATIENT = "ReadTelemetry ReadConfig ReadLog SuspendTherapy ResumeTherapy ReadRecord".split()
FREE = "ReadTelemetry ReadConfig ReadLog ReadRecord WriteRecord SuspendTherapy".split()
RISKS = ["Low", "Medium", "High"]


def scale(number, size):
    return number.to_bytes(size, "little")


def blake2(data):
    return hashlib.blake2b(data, digest_size=32).digest()


def write(name, rows):
    lines = ",\n".join(" " + json.dumps(row, separators=(",", ":")) for row in rows)
    (HERE / name).write_text(f"[\n{lines}\n]\n")


# --- hashes ---


def outcome_bytes(outcome):
    name, detail = outcome if isinstance(outcome, list) else (outcome, None)
    code = scale(OUTCOMES.index(name), 1)
    if name == "Denied":
        return code + scale(REFUSALS.index(detail), 1)
    if name == "BreakGlassReviewed":
        return code + scale(REVIEWS.index(detail), 1)
    return code


def audit_rows():
    subject = bytes(range(32))
    outcomes = ["Permitted", "Cancelled", "Executed", "Failed", "Rejected", "BreakGlassOpened",
                "BreakGlassClosed", "Expired", "Erased"]
    outcomes += [["Denied", refusal] for refusal in REFUSALS]
    outcomes += [["BreakGlassReviewed", review] for review in REVIEWS]
    prev, rows = bytes(32), []
    for seq, outcome in enumerate(outcomes):
        actor = bytes([0xA0 + seq % 3]) * 32
        action = ACTIONS[seq % len(ACTIONS)]
        reference = [0, 1, 2**53 + 1, 2**64 - 1][seq % 4]
        at = 1_800_000_000_000 + 1_234 * seq
        suppressed = [0, 0, 7, 2**32 - 1][seq % 4]
        encoded = (scale(seq, 8) + subject + actor + scale(ACTIONS.index(action), 1) +
                   outcome_bytes(outcome) + scale(reference, 8) + scale(at, 8) +
                   scale(suppressed, 4) + prev)
        entry_hash = blake2(b"mote:audit" + encoded)
        rows.append({
            "seq": seq, "subject": "0x" + subject.hex(), "actor": "0x" + actor.hex(),
            "action": action, "outcome": outcome, "reference": str(reference), "at": at,
            "suppressed": suppressed, "prev": "0x" + prev.hex(),
            "encoded": "0x" + encoded.hex(), "hash": "0x" + entry_hash.hex(),
        })
        prev = entry_hash
    return rows


def command_rows():
    rows = []
    for number, action in enumerate(ACTIONS):
        device, params = bytes([0x11 + number]) * 32, bytes([0xC0 + number]) * 32
        seq = [1, 2, 2**53 + 1, 2**64 - 1][number % 4]
        value = [0, 1, 8_000, 2**32 - 1][number % 4]
        not_before = 1_800_000_000_000 + number
        expires = not_before + 300_000
        encoded = (device + scale(seq, 8) + scale(ACTIONS.index(action), 1) + scale(value, 4) +
                   params + scale(not_before, 8) + scale(expires, 8))
        rows.append({
            "device": "0x" + device.hex(), "seq": str(seq), "action": action, "value": value,
            "params_commit": "0x" + params.hex(), "not_before": not_before, "expires": expires,
            "encoded": "0x" + encoded.hex(),
            "digest": "0x" + blake2(b"mote:command" + encoded).hex(),
        })
    return rows


def record_rows():
    rows = []
    for number in range(3):
        subject, commitment = bytes([number]) * 32, bytes([0xF0 + number]) * 32
        rows.append({
            "subject": "0x" + subject.hex(), "commitment": "0x" + commitment.hex(),
            "record": "0x" + blake2(b"mote:record" + subject + commitment).hex(),
        })
    return rows


# --- doses ---


def check_dose(hard, doses, now, value):
    if value == 0:
        return "ZeroDose"
    if value > hard["max_single"]:
        return "ExceedsSingleMax"
    if doses and now - max(at for at, _ in doses) < hard["min_interval_s"] * 1000:
        return "MinIntervalNotElapsed"
    window = [amount for at, amount in doses if at > now - hard["window_s"] * 1000]
    if sum(window) + value > hard["max_window"]:
        return "ExceedsWindowTotal"
    if len(window) >= 64:
        return "WindowFull"
    return sum(window) + value


def dose_rows(dice):
    published = {"max_single": 10_000, "max_window": 20_000, "window_s": 14_400,
                 "min_interval_s": 900}
    steps = [[0, 8_000, 8_000], [600, 1_000, "MinIntervalNotElapsed"],
             [900, 10_001, "ExceedsSingleMax"], [900, 8_000, 16_000],
             [1_800, 4_001, "ExceedsWindowTotal"], [1_800, 4_000, 20_000],
             [14_399, 1, "ExceedsWindowTotal"], [14_400, 8_000, 20_000], [15_300, 1_000, 13_000],
             [16_200, 0, "ZeroDose"]]
    steps = [[second * 1000, value, answer] for second, value, answer in steps]
    rows = [{"name": "published", "hard": published, "steps": steps}]
    for number in range(12):
        hard = {"max_single": dice.randint(1, 50), "window_s": dice.randint(1, 40),
                "min_interval_s": dice.randint(0, 6)}
        hard["max_window"] = hard["max_single"] + dice.randint(0, 100)
        if number == 0:
            hard = {"max_single": 5, "max_window": 10_000, "window_s": 1_000, "min_interval_s": 0}
        now, doses, steps = 1_800_000_000_000, [], []
        for _ in range(110 if number == 0 else 60):
            now += dice.choice([0, 1, 999, 1_000, 1_001, dice.randint(0, 6_000)])
            value = dice.randint(0, hard["max_single"] + 1)
            answer = check_dose(hard, doses, now, value)
            if isinstance(answer, int):
                doses.append((now, value))
            steps.append([now, value, answer])
        rows.append({"name": f"random {number}", "hard": hard, "steps": steps})
    assert rows[0]["steps"] == replay(published, rows[0]["steps"])
    return rows


def replay(hard, steps):
    doses, answers = [], []
    for now, value, _ in steps:
        answer = check_dose(hard, doses, now, value)
        if isinstance(answer, int):
            doses.append((now, value))
        answers.append([now, value, answer])
    return answers


# --- decisions ---


def decide(case):
    action, purpose, now = case["action"], case["purpose"], case["now"]
    device, actor = case["device"], case["actor"]
    patient = case["is_patient"] and action in PATIENT
    glass = (case["break_glass"] is not None and action in case["break_glass"] and
             purpose in ("EmergencyTreat", "BreakGlass"))

    def home(org):
        return device is None or org == device["org"]

    # The ways in which the actor may do it: organisation, role, whether the credential is valid.
    ways = [(org, role, credential == "Valid")
            for org, roles, credential in case["capacities"] for role in roles
            if action in ROLES[role] and (role != "Emergency" or glass and home(org))]
    valid = [(org, role) for org, role, is_valid in ways if is_valid]

    # Step 1.
    if device is None and action not in ("ReadRecord", "WriteRecord"):
        return "DeviceNotTrusted"
    if device is not None:
        clinician = any("Clinician" in roles and credential == "Valid"
                        for _, roles, credential in case["capacities"])
        if not (action == "SuspendTherapy" and (case["is_patient"] or clinician)):
            if not device["is_trusted"]:
                return "DeviceNotTrusted"
            if device["is_locked"]:
                return "DeviceLocked"

    # Step 2.
    if not patient and not valid:
        return "CredentialRevoked" if ways else "RoleDenied"

    # Step 3.
    def holds(consent):
        names = consent["device"]
        return (consent["status"] == "Active" and consent["start"] <= now < consent["end"] and
                action in consent["actions"] and purpose in consent["purposes"] and
                (names is None or device is not None and names == device["id"] and
                 consent["epoch"] == device["epoch"]))

    def names_actor(grantee, org, roles):
        kind, *who = grantee
        if kind == "Account":
            return who == [actor]
        if kind == "Organisation":
            return who == [org]
        return who[0] == org and who[1] in roles

    consents = [consent for consent in case["consents"] if holds(consent)]
    denied = any(consent["verdict"] == "Deny" and
                 (consent["grantee"] == ["Account", actor] or
                  any(names_actor(consent["grantee"], org, roles)
                      for org, roles, _ in case["capacities"]))
                 for consent in consents)
    treats = device is not None and device["has_subject"] and not device["is_suspended"]
    basis, halted = None, False
    if denied and not patient:
        return "ConsentDenied"
    if denied:
        basis = ("Patient", None)
    else:
        grants = []
        for consent in consents:
            if consent["verdict"] != "Permit":
                continue
            if consent["max_uses"] is not None and consent["uses"] >= consent["max_uses"]:
                continue
            as_whom = [(org, role) for org, role in valid
                       if names_actor(consent["grantee"], org, [role])]
            if patient and consent["grantee"] == ["Account", actor]:
                as_whom.append((None, None))
            for org, role in as_whom:
                if (role == "BiomedEngineer" and action in ("Configure", "FirmwareUpdate") and
                        treats):
                    halted = True
                    continue
                outside = org is None or not home(org)
                grants.append((consent["max_uses"] is not None, consent["id"], outside,
                               -1 if org is None else org))
        if grants:
            _, consent_id, _, org = min(grants)
            basis = (["Consent", consent_id], None if org == -1 else org)
    emergency = [org for org, roles, credential in case["capacities"]
                 if credential == "Valid" and "Emergency" in roles and home(org)]
    emergency = min(emergency) if glass and emergency and not denied else None
    if basis is None and emergency is not None:
        basis = ("BreakGlass", emergency)
    if basis is None and patient:
        basis = ("Patient", None)
    if basis is None and halted:
        return "NotSuspended"
    if basis is None:
        if (device is None or purpose != "Service" or action in ("ReadTelemetry", "Therapy") or
                not any(org == device["org"] and role in ("BiomedEngineer", "SecurityOfficer")
                        for org, role in valid)):
            return "NoConsent"
        if action in ("Configure", "FirmwareUpdate", "KeyManage") and treats:
            return "NotSuspended"
        basis = ("Service", device["org"])

    # Step 4.
    risk = 0
    if action in ("Configure", "Discharge", "ResumeTherapy", "WriteRecord"):
        risk = 1
    if action in ("FirmwareUpdate", "KeyManage"):
        risk = 2
    profile = device["profile"] if device else None
    if profile:
        risk = max(risk, RISKS.index(profile["risk"]))
    if action == "Therapy":
        if not device["has_subject"]:
            return "NoConsent"
        if device["is_suspended"]:
            return "TherapySuspended"
        if not profile:
            return "NoSafetyProfile"
        total = check_dose(profile, device["doses"], now, case["value"])
        if isinstance(total, str):
            return total
        soft = device["soft"]
        if soft and (case["value"] > min(soft["max_single"], profile["max_single"]) or
                     total > min(soft["max_window"], profile["max_window"])):
            risk = 2

    # Step 5.
    basis, org = basis
    outside = org is None or not home(org)
    need = int(risk == 2 or risk == 1 and outside)
    if action in FREE or basis == "BreakGlass":
        need = 0
    if need and emergency is not None:
        basis, org, need = "BreakGlass", emergency, 0
    clinical = need > 0 and action in ("Therapy", "ResumeTherapy", "Configure", "Discharge")
    return {"basis": basis, "org": org, "need": need, "clinical": clinical, "risk": RISKS[risk]}


NOW = 1_800_000_000_000
ACTOR = 7
IDS = [1, 2]


def random_case(dice):
    def likely(chance=0.85):
        return dice.random() < chance

    def some(items, fewest=1):
        return sorted(dice.sample(items, dice.randint(fewest, len(items))), key=items.index)

    roles = list(ROLES)
    action = dice.choice(ACTIONS + ["Therapy", "Therapy", "Configure", "ResumeTherapy"])
    purpose = dice.choice(["Treat", "EmergencyTreat", "BreakGlass", "Service", dice.choice(PURPOSES)])
    about_record = action in ("ReadRecord", "WriteRecord") and likely(0.9)
    profile, soft = None, None
    if likely():
        profile = {"max_single": 100, "max_window": dice.choice([150, 1_000]), "window_s": 3_600,
                   "min_interval_s": dice.choice([0, 60]), "risk": dice.choice(RISKS)}
    if likely(0.5):
        soft = {"max_single": dice.choice([20, 60, 200]), "max_window": dice.choice([50, 2_000])}
    doses = [[NOW - dice.choice([59_999, 60_000, 3_600_000, dice.randint(0, 7_200_000)]),
              dice.randint(1, 60)] for _ in range(dice.randint(0, 3))]
    consents = []
    for number in dice.sample(range(1, 9), dice.randint(0, 4)):
        named = dice.choice(IDS + IDS[:1]) if likely(0.3) else None
        grantee = dice.choice([["Account", dice.choice([ACTOR, ACTOR, 8])],
                               ["Organisation", dice.randint(1, 3)],
                               ["Role", dice.randint(1, 2), dice.choice(roles)]])
        max_uses = dice.choice([None, None, 1, 3])
        consents.append({
            "id": number, "grantee": grantee, "device": named,
            "verdict": "Permit" if likely(0.9) else "Deny",
            "actions": sorted(set(some(ACTIONS) + ([action] if likely() else [])),
                              key=ACTIONS.index),
            "purposes": sorted(set(some(PURPOSES) + ([purpose] if likely() else [])),
                               key=PURPOSES.index),
            "start": NOW + dice.choice([-5_000, -5_000, 0, 1]),
            "end": NOW + dice.choice([1, 9_000, 9_000, 10_000]) - (0 if likely() else 9_000),
            "max_uses": max_uses,
            "status": dice.choice(["Active"] * 6 + ["Draft", "Inactive", "EnteredInError"]),
            "uses": dice.randint(0, 3) if max_uses else 0,
            "epoch": None if named is None else (4 if likely() else 3),
        })
    capacities = []
    for org in dice.sample([1, 1, 2, 3], dice.randint(0, 2)):
        if all(org != other for other, _, _ in capacities):
            credential = "Valid" if likely() else dice.choice(["Revoked", "Suspended", "Expired"])
            capacities.append([org, some(roles) if likely(0.6) else [dice.choice(roles)],
                               credential])
    device = None if about_record else {
        "id": IDS[0], "org": 1, "is_trusted": likely(0.95), "is_locked": not likely(0.95),
        "is_suspended": not likely(0.7), "has_subject": likely(), "epoch": 4, "profile": profile,
        "soft": soft, "doses": doses,
    }
    return {
        "actor": ACTOR, "is_patient": not likely(0.75), "capacities": capacities,
        "device": device, "consents": consents,
        "break_glass": some(ACTIONS) if likely(0.4) else None, "now": NOW, "action": action,
        "value": dice.choice([0, 1, 10, 30, 60, 100, 101]), "purpose": purpose,
    }


def decision_rows(dice):
    # As many of each answer, as far as they come up, so that rare ones are among them.
    rows, counts = [], {}
    for _ in range(60_000):
        case = random_case(dice)
        answer = decide(case)
        kind = answer
        if isinstance(answer, dict):
            basis = answer["basis"]
            kind = (basis if isinstance(basis, str) else basis[0], answer["need"], case["action"])
        limit = 12 if isinstance(kind, str) else 4
        if counts.get(kind, 0) < limit:
            counts[kind] = counts.get(kind, 0) + 1
            rows.append(compact(case) | {"decision": answer})
    return rows


def compact(case):
    """Sets as their bits, as SCALE has them."""
    def bits(items, of):
        return sum(1 << list(of).index(item) for item in items)

    glass = case["break_glass"]
    return case | {
        "capacities": [[org, bits(roles, ROLES), credential]
                       for org, roles, credential in case["capacities"]],
        "consents": [consent | {"actions": bits(consent["actions"], ACTIONS),
                                "purposes": bits(consent["purposes"], PURPOSES)}
                     for consent in case["consents"]],
        "break_glass": None if glass is None else bits(glass, ACTIONS),
    }


def main():
    write("audit.json", audit_rows())
    write("commands.json", command_rows())
    write("records.json", record_rows())
    write("doses.json", dose_rows(random.Random(45)))
    write("decisions.json", decision_rows(random.Random(43)))


main()

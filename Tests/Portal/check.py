"""Publishes to the CKAN at CKAN_URL and looks at what became of it: check.py CERMAT.

A proxy stands between them where something has to go wrong. Prints a line a check.
"""
import hashlib
import http.client
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

cermat, site = sys.argv[1], os.environ["CKAN_URL"]
editor, reader = os.environ["CKAN_EDITOR_TOKEN"], os.environ["CKAN_READER_TOKEN"]
work = tempfile.mkdtemp(prefix="cermat-portal-")
stamp = f"u{int(time.time()) % 10**8}"
failures = 0
# Only every so manyth request has trouble, for a shorter test.
every = int(os.environ.get("CKAN_EVERY", "1"))


def check(what, holds, detail=""):
    global failures
    print(("PASS " if holds else "FAIL ") + what + ("" if holds else f": {detail}"), flush=True)
    failures += not holds


class Trouble(BaseHTTPRequestHandler):
    """Hands requests on to the portal, except where `plan` says otherwise."""

    protocol_version = "HTTP/1.1"
    count, plan, target, seen = 0, {}, None, []

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        self.relay()

    def do_POST(self):
        self.relay()

    def relay(self):
        cls = type(self)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.command == "POST" and self.headers.get("Content-Length") is None:
            cls.seen.append("no length")
        cls.count += 1
        action = cls.plan.get(cls.count)
        cls.seen.append(self.path.rsplit("/", 1)[-1])
        if action == "kill-before":
            cls.target.kill()
        if action in ("drop-before", "kill-before"):
            return self.hang_up()
        if action == "503":
            return self.answer(503, b"<html>Service Unavailable</html>", {})
        host = site.split("//")[1]
        connection = http.client.HTTPConnection(host, timeout=60)
        headers = {k: v for k, v in self.headers.items() if k.lower() not in ("host", "connection")}
        connection.request(self.command, self.path, body or None, headers)
        response = connection.getresponse()
        content = response.read()
        if action == "kill-after":
            cls.target.kill()
        if action in ("drop-after", "kill-after"):
            return self.hang_up()
        self.answer(response.status, content, {"Content-Type": response.getheader("Content-Type")})

    def answer(self, status, body, headers):
        try:
            self.send_response(status)
            for name, value in headers.items():
                if value:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            pass

    def hang_up(self):
        self.close_connection = True
        self.connection.close()


proxy = ThreadingHTTPServer(("127.0.0.1", 0), Trouble)
threading.Thread(target=proxy.serve_forever, daemon=True).start()
through = f"http://127.0.0.1:{proxy.server_port}"


def call(action, parameters, token=editor):
    request = urllib.request.Request(
        f"{site}/api/3/action/{action}", json.dumps(parameters).encode(),
        {"Content-Type": "application/json", **({"Authorization": token} if token else {})})
    try:
        return json.load(urllib.request.urlopen(request))["result"]
    except urllib.error.HTTPError as error:
        return error.code


def fetch(url):
    return urllib.request.urlopen(url).read()


def prepare(name, rows, fields=("kode", "nama", "jumlah"), extra=""):
    """An output folder as a run leaves it, with a dataset of these rows."""
    folder = os.path.join(work, name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    with open(os.path.join(folder, "data.csv"), "w") as file:
        file.write(",".join(fields) + "\n" + "".join(",".join(row) + "\n" for row in rows))
    declared = {"kode": "type: code", "jumlah": "type: count, unit: jiwa"}
    listed = "".join(
        "      - { name: %s, %s }\n" % (f, declared.get(f, "type: text")) for f in fields)
    with open(os.path.join(folder, "uji.yaml"), "w") as file:
        file.write(f"""pipeline: uji
title: Uji
resources:
  data:
    path: data.csv
    dialect: {{ delimiter: "," }}
    fields:
{listed}datasets:
  data:
    from: data
    title: Jumlah penduduk menurut kecamatan
    metadata:
      producer: Dinas Kependudukan
      custodian: Dinas Kominfo
      contact: Bidang Statistik
      concept: Penduduk
      definition: Orang yang tercatat
      measure: Jumlah
      unit: jiwa
      classification: Kecamatan
      period: "2023"
      frequency: Tahunan
      method: Kompilasi
      source: Data Konsolidasi Bersih
      keywords: [penduduk, Desa & Kota]
      licence: CC-BY-4.0
{extra}""")
    with open(os.path.join(folder, "portal.yaml"), "w") as file:
        file.write(f"""url: {through}
organisation: kab-banjarnegara
regions: {{ name: Kabupaten Banjarnegara, kemendagri: "33.04", bps: "3304" }}
datasets:
  data: {{ name: {name} }}
""")
    run = subprocess.run([cermat, "run", "uji.yaml"], cwd=folder, capture_output=True, text=True)
    if run.returncode == 2:
        print(run.stdout, run.stderr)
    return folder


def start(folder, *arguments, token=editor, plan=None):
    Trouble.count, Trouble.plan, Trouble.seen = 0, plan or {}, []
    environment = {**os.environ, "CERMAT_CKAN_TOKEN": token}
    if token is None:
        del environment["CERMAT_CKAN_TOKEN"]
    process = subprocess.Popen(
        [cermat, "publish", *arguments], cwd=folder, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    Trouble.target = process
    return process


def publish(folder, *arguments, **options):
    process = start(folder, *arguments, **options)
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err


def update(folder, rows, **options):
    """Other rows in the same place, with the ledger kept."""
    name = os.path.basename(folder)
    portal = os.path.join(work, name + "-portal")
    shutil.move(os.path.join(folder, "out/portal"), portal)
    prepare(name, rows, **options)
    shutil.move(portal, os.path.join(folder, "out/portal"))


def is_whole(name, folder):
    """The dataset as everybody sees it has the file of the folder, and its records."""
    package = call("package_show", {"id": name}, None)
    if not isinstance(package, dict):
        return f"package_show: {package}"
    csv = [r for r in package["resources"] if r["format"] == "CSV"]
    if len(package["resources"]) != 2 or len(csv) != 1:
        return f"{len(package['resources'])} resources"
    local = open(os.path.join(folder, "out/datasets/uji/data.csv"), "rb").read()
    if fetch(csv[0]["url"]) != local:
        return "another file"
    answer = call("datastore_search", {"resource_id": csv[0]["id"], "sort": "_id"}, None)
    if not isinstance(answer, dict):
        return f"datastore_search: {answer}"
    rows = [line.split(",") for line in local.decode().splitlines()]
    names = [f["id"] for f in answer["fields"] if f["id"] != "_id"]
    stored = [[str(r[n]) for n in names] for r in answer["records"]]
    return True if [names] + stored == rows else f"DataStore: {names} {stored}"


def ids(name):
    package = call("package_show", {"id": name})
    return [package["id"]] + [(r["id"], r["url"]) for r in package["resources"]]


rows = [["33.10", "Susukan", "55321"], ["33.20", "Mandiraja", "43210"], ["0203001", "x y", "7"]]
more = rows + [["33.30", "Purwanegara", "61000"]]
version = call("status_show", {}, None)
print(f"CKAN {version['ckan_version']}, {' '.join(version['extensions'])}", flush=True)

# --- first and second
name = f"{stamp}-pertama"
folder = prepare(name, rows)
status, out, err = publish(folder, "--dry-run")
check("a dry run tells everything and changes nothing",
      status == 0 and out.count("\n") == 9 and call("package_show", {"id": name}) == 404, out + err)
status, out, err = publish(folder)
check("first publish", status == 0 and "terbit, 3 rekaman" in out, out + err)
check("whole, codes as they are", is_whole(name, folder) is True, is_whole(name, folder))
check("every POST has its length", "no length" not in Trouble.seen, Trouble.seen)
first = ids(name)
before = call("package_show", {"id": name})
status, out, err = publish(folder)
after = call("package_show", {"id": name})
check("second publish changes nothing and says so",
      status == 0 and "tidak ada yang berubah" in out and before == after, out + err)
check("and only reads", not {"package_revise", "resource_create", "package_create",
                             "datastore_create", "datastore_upsert"} & set(Trouble.seen))
status, out, err = publish(folder, "--verify")
check("comparing everything changes nothing", status == 0 and "tidak ada yang berubah" in out,
      out + err)
tags = [t["name"] for t in after["tags"]]
check("tags as CKAN takes them", tags == ["Desa Kota", "penduduk"], tags)
receipt_folder = os.path.join(folder, "out/portal", f"127.0.0.1-{proxy.server_port}")
receipt = json.load(open(os.path.join(receipt_folder, "receipt.json")))
check("receipt has ids and addresses", receipt["datasets"][0]["id"] == first[0] and
      [r["id"] for r in receipt["datasets"][0]["resources"]] == [i for i, _ in first[1:]])
dcat = json.load(open(os.path.join(receipt_folder, "dcat.jsonld")))
check("DCAT names the file", dcat["dcat:dataset"][0]["dcat:distribution"][0]["spdx:checksum"]
      ["spdx:checksumValue"] == hashlib.sha256(fetch(first[1][1])).hexdigest())
package = json.loads(fetch(first[2][1]))
check("datapackage.json leads to the CSV",
      fetch(package["resources"][0]["path"]) == fetch(first[1][1]))

# --- changes
update(folder, more)
status, out, err = publish(folder, "--dry-run")
check("a dry run names files and records",
      "unggah berkas 'csv'" in out and "muat 4 rekaman" in out and "buat" not in out, out + err)
status, out, err = publish(folder)
check("new records", status == 0 and is_whole(name, folder) is True,
      out + err + str(is_whole(name, folder)))
check("metadata and files in one request", Trouble.seen.count("package_revise") == 1, Trouble.seen)
check("ids and addresses stay", ids(name) == first, ids(name))
update(folder, [[*row[:2], str(int(row[2]) + 1)] for row in more])
status, out, err = publish(folder)
check("other numbers in as many records", status == 0 and is_whole(name, folder) is True,
      out + err + str(is_whole(name, folder)))
fields = ("kode", "nama", "luas", "jumlah")
update(folder, [[r[0], r[1], "12", r[2]] for r in more], fields=fields)
status, out, err = publish(folder)
check("another column", status == 0 and is_whole(name, folder) is True,
      out + err + str(is_whole(name, folder)))
check("ids and addresses stay with it", ids(name) == first, ids(name))
shutil.rmtree(receipt_folder)
status, out, err = publish(folder)
check("a lost ledger is made anew from the portal", status == 0 and ids(name) == first and
      "package_create" not in Trouble.seen and "package_revise" not in Trouble.seen,
      out + err + str(Trouble.seen))

# --- others at work
call("package_patch", {"id": name, "notes": "Diubah orang"})
status, out, err = publish(folder)
check("what somebody changed is not written over", status == 2 and "notes" in err and
      call("package_show", {"id": name})["notes"] == "Diubah orang", out + err)
status, out, err = publish(folder, "--overwrite")
check("except where that is asked for", status == 0 and is_whole(name, folder) is True and
      call("package_show", {"id": name})["notes"] != "Diubah orang", out + err)
extras = call("package_show", {"id": name})["extras"] + [{"key": "milik_orang", "value": "ya"}]
call("package_patch", {"id": name, "extras": extras})
update(folder, rows)
status, out, err = publish(folder)
kept = {e["key"]: e["value"] for e in call("package_show", {"id": name})["extras"]}
check("extras of others are kept", status == 0 and kept.get("milik_orang") == "ya", out + err)
group = f"{stamp}-grup"
member = call("user_show", {})["name"]
call("group_create", {"name": group, "users": [{"name": member, "capacity": "editor"}]},
     os.environ["CKAN_TOKEN"])
settings = open(os.path.join(folder, "portal.yaml")).read()


def lists():
    package = call("package_show", {"id": name})
    return ([g["name"] for g in package["groups"]], [t["name"] for t in package["tags"]],
            sorted(e["key"] for e in package["extras"]))


plain = lists()
open(os.path.join(folder, "portal.yaml"), "a").write(
    f"groups: [{group}]\ntags: [Aaa, Zzz]\nextras: {{ konsep: aaa_konsep, ukuran: zzz_ukuran }}\n")
status, out, err = publish(folder)
found = lists()
check("a group, more tags and other extras", status == 0 and found[0] == [group] and
      {"Aaa", "Zzz", *tags} == set(found[1]) and "aaa_konsep" in found[2] and
      "konsep" not in found[2] and "milik_orang" in found[2], out + err + str(found))
open(os.path.join(folder, "portal.yaml"), "w").write(settings)
status, out, err = publish(folder)
check("and as before again", status == 0 and lists() == plain, out + err + str(lists()))
gone = prepare(f"{stamp}-hilang", rows)
publish(gone)
call("package_delete", {"id": f"{stamp}-hilang"})
status, out, err = publish(gone)
check("what was deleted on the portal is not made anew under another id",
      status == 2 and "sudah tidak ada" in err and "package_create" not in Trouble.seen, out + err)
foreign = f"{stamp}-asing"
call("package_create", {"name": foreign, "owner_org": "kab-banjarnegara"})
status, out, err = publish(prepare(foreign, rows))
check("a dataset of others is left alone", status == 2 and "bukan terbitan" in err and
      not call("package_show", {"id": foreign})["resources"], out + err)

# --- who may not
for who, token in (("a stranger's", "palsu"), ("a reader's", reader)):
    status, out, err = publish(folder, token=token)
    check(f"{who} token is refused before anything is sent", status == 2 and not
          {"package_revise", "package_create"} & set(Trouble.seen), out + err)
status, out, err = publish(folder, token=None)
check("no token", status == 2 and "CERMAT_CKAN_TOKEN" in err, out + err)
secret = os.path.join(folder, "token")
open(secret, "w").write(editor + "\n")
os.chmod(secret, stat.S_IRUSR | stat.S_IWUSR | stat.S_IRGRP)
status, out, err = publish(folder, "--token-file", "token", token=None)
check("a token file that others may read", status == 2 and "chmod 600" in err, out + err)
os.chmod(secret, stat.S_IRUSR)
status, out, err = publish(folder, "--token-file", "token", token=None)
check("a token file of its owner's", status == 0, out + err)
os.remove(secret)
told = subprocess.run(["grep", "-rl", editor, folder], capture_output=True, text=True).stdout
check("the token stands in no file", told == "", told)

# --- what may not
personal = prepare(f"{stamp}-pribadi", [*rows, ["33.40", "Budi 3304010101800001", "1"]])
status, out, err = publish(personal)
check("personal data stop a dataset", status == 1 and "NIK" in err and "rekaman 4" in err and
      "3304010101800001" not in err and call("package_show", {"id": f"{stamp}-pribadi"}) == 404,
      out + err)
bare = prepare(f"{stamp}-kurang", rows)
path = os.path.join(bare, "out/datasets/uji/datapackage.json")
text = open(path).read().replace('"measure": "Jumlah",', "").replace('"definition"', '"x"')
open(path, "w").write(text)
status, out, err = publish(bare)
check("missing metadata stop a dataset", status == 1 and "definisi" in err and "ukuran" in err,
      out + err)
open(os.path.join(bare, "out/datasets/uji/data.csv"), "a").write("33.50,y,1\n")
status, out, err = publish(bare)
check("a file that was changed since is not sent", status == 1 and "lolos" in err, out + err)
blocked = prepare(f"{stamp}-karantina", [["33.10", "a", "tiga"]])
status, out, err = publish(blocked)
check("nothing from quarantine is sent", status == 2 and
      os.path.exists(os.path.join(blocked, "out/quarantine/uji/data.csv")) and
      call("package_show", {"id": f"{stamp}-karantina"}) == 404, out + err)

# --- trouble on the way
folder = prepare(f"{stamp}-hitung", rows)
publish(folder)
length = Trouble.count
print(f"a publish takes {length} requests", flush=True)
for mode in ("drop-before", "drop-after", "503"):
    for step in range(1, length + 1, every * (1 if mode == "drop-after" else 2)):
        name = f"{stamp}-{mode}-{step}"
        folder = prepare(name, rows)
        status, out, err = publish(folder, plan={step: mode})
        held = is_whole(name, folder)
        check(f"{mode} at request {step} of {length}", status == 0 and held is True,
              f"{status} {out}{err}{held}")
for mode in ("kill-before", "kill-after"):
    for step in range(2, length + 1, every * (2 if mode == "kill-before" else 1)):
        name = f"{stamp}-{mode}-{step}"
        folder = prepare(name, rows)
        status, out, err = publish(folder, plan={step: mode})
        seen = call("package_show", {"id": name}, None)
        early = seen in (403, 404) or is_whole(name, folder) is True
        known = ids(name) if isinstance(call("package_show", {"id": name}), dict) else None
        status2, out, err = publish(folder)
        now = ids(name)
        same = known is None or (now[0] == known[0] and
                                 [i for i, _ in known[1:]] == [i for i, _ in now[1:len(known)]])
        held = is_whole(name, folder)
        check(f"{mode} at request {step} of {length}, then again",
              status == -signal.SIGKILL and early and status2 == 0 and held is True and same,
              f"{status} {early} {status2} {out}{err}{held} {known} {now}")

# --- trouble while updating: what was published is whole, before or after
folder = prepare(f"{stamp}-ubah", rows)
publish(folder)
first, current = ids(f"{stamp}-ubah"), rows
update(folder, more)
publish(folder)
length, current = Trouble.count, more
for mode in ("drop-after", "kill-before", "kill-after"):
    for step in range(2, length + 1, every):
        old = current
        current = rows if old == more else more
        update(folder, current)
        publish(folder, plan={step: mode})
        url = first[1][1]
        content = fetch(url).decode()
        good = {"kode,nama,jumlah\n" + "".join(",".join(r) + "\n" for r in v) for v in (old, current)}
        status, out, err = publish(folder)
        held = is_whole(f"{stamp}-ubah", folder)
        check(f"{mode} at request {step} of {length} of an update, then again",
              content in good and status == 0 and held is True and ids(f"{stamp}-ubah") == first,
              f"{content in good} {status} {out}{err}{held}")

shutil.rmtree(work)
print(f"{failures} failed")
sys.exit(failures > 0)

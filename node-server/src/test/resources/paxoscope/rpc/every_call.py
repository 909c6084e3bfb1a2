"""Makes every call of a node's interface with Python's own client, and prints the answers."""

import json
import ssl
import sys
import xmlrpc.client

if len(sys.argv) > 2:  # over TLS, with a certificate to trust
    node = xmlrpc.client.ServerProxy(sys.argv[1], context=ssl.create_default_context(cafile=sys.argv[2]))
else:
    node = xmlrpc.client.ServerProxy(sys.argv[1])
meta = {"run": "run-7", "clock": 41, "sender": 1, "incarnation": 3, "driver": "python"}
lease = {"driver": "python", "leaseMillis": 5000}


def show(name, answer):
    print(name, json.dumps(answer, sort_keys=True, ensure_ascii=False))


show("prepare", node.paxos.prepare("3.1"))
show("prepare meta", node.paxos.prepare("3.1", meta))
show("accept", node.paxos.accept("3.1", "ein Wert \U0001F600 & <so>"))
show("accept int", node.paxos.accept("3.1", 123, meta))
show("commit", node.paxos.commit("3.1", "X"))
show("propose", node.paxos.propose("X"))
show("propose options", node.paxos.propose("X", {"attempts": 2, "backoff": "none", "to": [1, 2, 5], "round": 7}))
show("status", node.node.status())
show("events", node.node.events(0, 0))
show("held", node.gate.held())
for item in node.gate.held():
    if item["leg"] != "timer":
        show("handle " + item["kind"], node.paxos.handle(item))
show("mode", node.gate.mode("hold"))
show("mode lease", node.gate.mode("open", lease))
show("lease", node.gate.lease(lease))
show("delay", node.gate.delay(20))
show("deliver", node.gate.deliver("3-7"))
show("drop", node.gate.drop("3-7"))
show("duplicate", node.gate.duplicate("3-7"))
show("exchange", node.node.exchange("3-7"))
show("node.restart", node.node.restart(meta))
show("restart", node.restart())

for wrong in (lambda: node.paxos.prepare("x"), lambda: node.paxos.undo(), lambda: node.restart(None)):
    try:
        show("wrong", wrong())
    except xmlrpc.client.Fault as fault:
        show("fault", [fault.faultCode, fault.faultString])
    except TypeError as error:
        show("type error", str(error))

names = node.system.listMethods()
show("methods", names)
for name in names:
    assert len(node.system.methodHelp(name)) > 20, name
    assert name in node.system.methodHelp(name).split("\n")[0], name
    for signature in node.system.methodSignature(name):
        assert set(signature) <= {"array", "boolean", "double", "int", "string", "struct"}, name
show("signature", node.system.methodSignature("paxos.propose"))
show("help", node.system.methodHelp("gate.drop"))

many = xmlrpc.client.MultiCall(node)
many.gate.drop("3-8")
many.paxos.prepare("3.9")
many.node.status()
answers = many()
show("multicall 0", answers[0])
try:
    show("multicall 1", answers[1])
except xmlrpc.client.Fault as fault:
    show("multicall 1 fault", [fault.faultCode, fault.faultString])
show("multicall 2", answers[2]["id"])

try:
    node.node.crash()
    print("crash was answered")
except Exception as end:  # Python's client names the end of a connection in several ways.
    print("crash unanswered")

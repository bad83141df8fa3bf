"""Builds made-up-places.mmdb: the places that the sandbox gives to the networks of documentation, as a MaxMind DB file.

    pip install mmdb_writer==0.2.7 netaddr && python build.py

Made-up data throughout; no other licence applies to it.
"""
from netaddr import IPSet
from mmdb_writer import MMDBWriter

def place(city, region, country, latitude, longitude, **traits):
    record = {
        "country": {"iso_code": country},
        "subdivisions": [{"names": {"en": region}}],
        "city": {"names": {"en": city}},
        "location": {"latitude": latitude, "longitude": longitude, "accuracy_radius": 20},
    }
    if traits:
        record["traits"] = traits
    return record

writer = MMDBWriter(6, "Signet-Made-Up-City", languages=["en"], description="Made-up places",
                    ipv4_compatible=True, float_type="f64")
for networks, record in [
    (["192.0.2.0/24"], place("Columbus", "Ohio", "US", 39.96, -83.0)),
    (["198.51.100.0/24"], place("Phoenix", "Arizona", "US", 33.45, -112.07)),
    (["203.0.113.0/25"], place("Lisbon", "Lisbon", "PT", 38.72, -9.14)),
    (["203.0.113.128/25"], place("Zurich", "Zurich", "CH", 47.37, 8.54, is_anonymous_vpn=True)),
    (["2001:db8::/32"], place("Toronto", "Ontario", "CA", 43.65, -79.38)),
]:
    writer.insert_network(IPSet(networks), record)
writer.to_db_file("made-up-places.mmdb")

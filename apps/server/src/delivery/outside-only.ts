/** Looks a name up for a call to another system, and refuses where it leads into this machine or its network: a name is whoever's who owns it to point anywhere. */
import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIPv4, type LookupFunction } from "node:net";

const inside = new BlockList();
for (const [from, bits] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
  ] as const),
  ...([
    ["192.0.0.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["224.0.0.0", 3],
  ] as const),
] as const)
  inside.addSubnet(from, bits, "ipv4");
// Unique local, link local, multicast; and what wraps an IPv4 address (NAT64, 6to4, Teredo).
for (const [from, bits] of [
  ...([
    ["::", 96],
    ["64:ff9b::", 32],
    ["2001::", 32],
    ["2002::", 16],
    ["fc00::", 7],
    ["fe80::", 10],
    ["fec0::", 10],
  ] as const),
  ["ff00::", 8] as const,
] as const)
  inside.addSubnet(from, bits, "ipv6");

/** `::ffff:127.0.0.1` is judged as the address that it wraps. */
export const isInside = (address: string): boolean =>
  isIPv4(address) ? inside.check(address, "ipv4") : inside.check(address, "ipv6");

export const outsideOnly: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error !== null) return done(error, []);
    const [first] = found;
    if (first === undefined || found.some(({ address }) => isInside(address)))
      return done(new Error(`${host} 指向本机或内网`), []);
    return options.all === true ? done(null, found) : done(null, first.address, first.family);
  });
};

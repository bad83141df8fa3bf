import type { Payer } from '../records/documents/income-document.ts';

/** Employers, banks and offices of the made-up town. Their numbers begin with 00, which no EIN does. */
const at = (street: string, city: string, postalCode: string) => ({ street, city, state: 'ZZ', postalCode });

export const payers = {
  shipyard: {
    name: 'Alder Bay Shipyard',
    ein: '00-1274410',
    address: at('1 Drydock Road', 'Port Alder', '00012'),
  },
  hospital: {
    name: 'San Telmo General Hospital',
    ein: '00-3391827',
    address: at('900 Mercy Avenue', 'San Telmo', '00031'),
  },
  school: {
    name: 'Eastmoor Unified Schools',
    ein: '00-5520036',
    address: at('14 Chalk Lane', 'Eastmoor', '00063'),
  },
  bakery: {
    name: 'Kestrel Lane Bakery',
    ein: '00-7718263',
    address: at('3 Kestrel Lane', 'San Telmo', '00031'),
  },
  bank: {
    name: 'Harborside Savings Bank',
    ein: '00-2046518',
    address: at('200 Wharf Street', 'Port Alder', '00012'),
  },
  fund: {
    name: 'Lighthouse Index Funds',
    ein: '00-8830174',
    address: at('55 Beacon Square', 'Port Alder', '00012'),
  },
  pension: {
    name: 'Weavers Guild Pension',
    ein: '00-4417790',
    address: at('8 Loom Street', 'Birchfield', '00044'),
  },
  labor: {
    name: 'Office of Unemployment Benefits',
    ein: '00-6602145',
    address: at('12 Assembly Square', 'Stonebridge', '00057'),
  },
  college: {
    name: 'Alder College',
    ein: '00-9150387',
    address: at('1 College Hill', 'Eastmoor', '00063'),
  },
  studio: {
    name: 'Northlight Design Studio',
    ein: '00-3348829',
    address: at('27 Prism Court', 'Stonebridge', '00057'),
  },
} as const satisfies Record<string, Payer>;

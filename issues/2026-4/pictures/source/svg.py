"""Writes the SVG pictures of this issue into the folder above (or the one named as argument)."""
import math, os, sys
OUT=sys.argv[1] if len(sys.argv)>1 else os.path.join(os.path.dirname(os.path.abspath(__file__)),'..')
C=dict(coral='#e25442',blue='#1c3e76',green='#347a50',violet='#6a468c',amber='#eea834',teal='#00a0a0',cream='#fbf3e2',ink='#24283a',sand='#f2dfbd')
F='font-family="Noto Sans, sans-serif"'
def svg(name,w,h,body,extra='',title='',bg=None):
    s=f'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="{w}mm" height="{h}mm" viewBox="0 0 {w} {h}">\n<title>{title}</title>\n{extra}{body}\n</svg>\n'
    open(os.path.join(OUT,f'{name}.svg'),'w',encoding='utf-8').write(s)
def tx(x,y,s,t,fill=C['ink'],w=400,a='start',more=''):
    return f'<text x="{x}" y="{y}" {F} font-size="{s}" font-weight="{w}" fill="{fill}" text-anchor="{a}"{more}>{t}</text>\n'

# ---------- anzeige-sprachcafe 216x303 incl. 3 mm bleed
b=f'<rect width="216" height="303" fill="{C["cream"]}"/>\n'
b+=f'<rect width="216" height="196" fill="{C["teal"]}"/>\n'
# big sun-like disc
b+=f'<circle cx="108" cy="150" r="86" fill="{C["amber"]}"/><circle cx="108" cy="150" r="70" fill="#f6c262"/>\n'
# table
b+=f'<rect x="0" y="186" width="216" height="117" fill="{C["cream"]}"/>\n'
b+=f'<rect x="0" y="178" width="216" height="18" fill="#8c4f2c"/><rect x="0" y="178" width="216" height="3.2" fill="#a9653a"/>\n'
# cups with speech bubbles rising
def cup(x,y,s,c,c2):
    return f'''<g transform="translate({x} {y}) scale({s})">
<ellipse cx="0" cy="0" rx="25" ry="3.6" fill="#fff" /><ellipse cx="0" cy="-.8" rx="19" ry="2.4" fill="#e9dcc6"/>
<path d="M15,-22 c11,-3 13,12 -1,13" fill="none" stroke="{c}" stroke-width="3.4"/>
<path d="M-17,-27 h34 c0,13 -4,23 -10,26 h-14 c-6,-3 -10,-13 -10,-26 z" fill="{c}"/>
<path d="M-17,-27 h8 c0,12 2,22 5,26 h-3 c-6,-3 -10,-13 -10,-26 z" fill="#fff" opacity=".18"/>
<ellipse cx="0" cy="-27" rx="17" ry="3.6" fill="{c2}"/><ellipse cx="0" cy="-26.6" rx="14.4" ry="2.6" fill="#5a2f1c"/>
</g>\n'''
def bub(x,y,w,h,c,t,ts,tc='#fff',tail=1,more=''):
    r=h*0.42; tl=f'M{x+w*(.30 if tail>0 else .70)-5},{y+h-1} l{-3*tail},{12} l{13*tail+ (0 if tail>0 else 0)},{-12} z'
    return f'<path d="{tl}" fill="{c}"/><rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r:.1f}" fill="{c}"/>\n'+tx(x+w/2,y+h/2+ts*0.36,ts,t,tc,600,'middle',more)
b+=bub(22,72,58,23,C['coral'],'Guten Tag!',9)
b+=bub(126,60,62,24,C['blue'],'Merhaba!',10,'#fff',-1)
b+=bub(82,98,46,20,'#ffffff','Bonjour',8.6,C['violet'])
b+=bub(138,97,52,21,C['violet'],'Xin chào',9,'#fff',-1)
b+=bub(28,110,44,19,C['green'],'¡Hola!',8.6)
b+=bub(84,128,50,19,C['ink'],'Selam',8.6,'#fff',-1)
b+=cup(48,182,1.0,C['coral'],'#f08a76')+cup(108,184,1.12,'#ffffff','#efe6d6')+cup(168,182,1.0,C['blue'],'#4a6ea8')
# heading
b+=tx(108,38,20,'Sprachcafé','#ffffff',800,'middle')+tx(108,54,12.2,'am Ledenhof','#ffffff',400,'middle')
# text block
b+=tx(108,217,10.4,'Sprechen lernt man beim Sprechen.',C['blue'],700,'middle')
b+=tx(108,229,6,'Ein Tisch, eine Kanne, viele Sprachen: Kommen Sie dazu.',C['ink'],400,'middle')
cols=[('Wann','Dienstag und Donnerstag','17 bis 19.30 Uhr',C['coral']),('Wo','Begegnungsraum im Hof,','stufenlos, Klingel „Café“',C['teal']),('Wer','Alle. Ohne Anmeldung,','ohne Eintritt, mit Kindern',C['violet'])]
for i,(h,l1,l2,c) in enumerate(cols):
    x=18+i*62
    b+=f'<rect x="{x}" y="240" width="56" height="29" rx="3.5" fill="#fff"/><rect x="{x}" y="240" width="56" height="2.2" fill="{c}"/>'
    b+=tx(x+4,250,5.6,h,c,700)+tx(x+4,257.6,4.15,l1)+tx(x+4,263.6,4.15,l2)
b+=f'<rect x="0" y="280" width="216" height="23" fill="{C["blue"]}"/>'+tx(108,292,5.2,'sprachcafe-ledenhof.example · Wir suchen Menschen, die zuhören können.','#ffffff',400,'middle')
svg('anzeige-sprachcafe',216,303,b,title='Anzeige: Sprachcafé am Ledenhof')

# ---------- anzeige-radwerk 178x125
def wheel(x,y,r,c=C['ink']):
    s=f'<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="{c}" stroke-width="2.4"/><circle cx="{x}" cy="{y}" r="{r-2}" fill="none" stroke="#d9d2c4" stroke-width=".9"/>'
    for k in range(16):
        a=math.radians(k*22.5); s+=f'<line x1="{x}" y1="{y}" x2="{x+(r-2)*math.cos(a):.2f}" y2="{y+(r-2)*math.sin(a):.2f}" stroke="#8f97a8" stroke-width=".28"/>'
    return s+f'<circle cx="{x}" cy="{y}" r="1.8" fill="{c}"/>'
b=f'<rect width="178" height="125" fill="{C["amber"]}"/>\n'
b+=f'<circle cx="130" cy="52" r="50" fill="#f6c262"/><path d="M0,92 H178 V125 H0 z" fill="{C["blue"]}"/>'
b+=wheel(104,71,20)+wheel(156,71,20)
b+=f'''<g fill="none" stroke="{C['coral']}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="M104,71 L117,44 L124,71 Z"/><path d="M117,44 L146,42"/><path d="M124,71 L147,46"/><path d="M144,34 L148,52 L156,71"/></g>
<g fill="none" stroke="{C['ink']}" stroke-linecap="round"><path d="M117,44 L115,37" stroke-width="2.2"/><path d="M144,34 c-3,-4 2,-6 9,-4" stroke-width="2.2"/><circle cx="124" cy="71" r="5" stroke-width="1.4"/><path d="M124,71 l5,8 m-2.4,0 h5" stroke-width="1.6"/><path d="M104,69 L124,66 M104,73 L124,76" stroke-width=".6"/></g>
<path d="M108,36.5 c5,-3 11,-2 15,-1 c1.4,1 0,2 -2,2 h-9 c-3,0 -5,0 -4,-1 z" fill="{C['ink']}"/>
<path d="M147,24 h17 l-2,11 h-13 z" fill="#c98b4a" stroke="#8c5a2c" stroke-width=".6"/><g fill="{C['green']}"><circle cx="150" cy="22" r="3.4"/><circle cx="156" cy="20.5" r="4"/><circle cx="161" cy="22.5" r="3"/></g><circle cx="154" cy="19" r="1.3" fill="{C['coral']}"/><circle cx="160" cy="20.4" r="1.2" fill="#fff"/>
'''
b+=tx(12,27,14.5,'Radwerk',C['ink'],800)+tx(12,39,9.2,'Hasestraße',C['ink'],500)
b+=tx(12,53,5.3,'Reparieren statt wegwerfen.',C['ink'],600)
for i,t in enumerate(['Werkstatt zum Selbermachen','Gebrauchte Räder, geprüft','Fahrkurse für Erwachsene']):
    b+=f'<circle cx="14" cy="{61.7+i*7.6}" r="1.5" fill="{C["coral"]}"/>'+tx(18.5,63.3+i*7.6,4.6,t)
b+=tx(12,103.5,5.2,'Mittwoch 15–19 Uhr · Samstag 10–14 Uhr','#ffffff',600)+tx(12,112.5,4.4,'Wer ein Rad bringt, lernt eins zu flicken. radwerk-hasestrasse.example','#dfe7f4')
# wrench
b+=f'<g transform="translate(160 100.5) rotate(-28) scale(.72)" fill="{C["amber"]}"><rect x="-12" y="-1.7" width="22" height="3.4" rx="1.6"/><path d="M9,-4.6 a5,5 0 1 1 0,9.2 l3.6,-2.2 v-4.8 z"/><circle cx="-12.4" cy="0" r="3.6"/><circle cx="-12.4" cy="0" r="1.6" fill="{C["blue"]}"/></g>'
svg('anzeige-radwerk',178,125,b,title='Anzeige: Radwerk Hasestraße')

# ---------- karte 180x110
b='<rect width="180" height="110" fill="#eef0e4"/>\n'
# blocks
b+='<g fill="#dfe0d2">'+''.join(f'<path d="{d}"/>' for d in ['M4,4 H40 L36,28 H4 z','M46,4 H82 L78,30 L42,28 z','M88,4 H122 L120,26 L84,30 z','M4,34 H35 L31,62 H4 z','M41,34 L77,36 L72,58 L37,60 z','M4,68 H30 L27,106 H4 z','M36,66 L70,64 L66,84 L33,86 z','M32,92 L65,90 L63,106 H31 z','M71,90 L104,86 L106,106 H69 z','M112,84 L140,80 L143,106 H114 z','M148,78 L176,72 V106 H150 z','M128,4 H176 V14 L128,22 z'])+'</g>\n'
b+=f'<path d="M146,30 L176,24 V62 L150,66 z" fill="#c9dfb8"/><path d="M74,66 L100,63 L102,80 L72,84 z" fill="#c9dfb8"/>'
for x,y in [(153,36),(160,33),(168,31),(156,44),(165,42),(172,46),(158,53),(168,56),(80,72),(88,70),(95,74),(84,78)]:
    b+=f'<circle cx="{x}" cy="{y}" r="2.3" fill="#7fae74"/><circle cx="{x-.6}" cy="{y-.6}" r="1.2" fill="#98c28a"/>'
b+='<path id="hase" d="M-4,66 C22,58 34,64 52,60 C80,54 82,36 106,38 C130,40 128,66 150,70 C164,72 172,66 186,66" fill="none" stroke="#8cc4dc" stroke-width="9" stroke-linecap="round"/><path d="M-4,66 C22,58 34,64 52,60 C80,54 82,36 106,38 C130,40 128,66 150,70 C164,72 172,66 186,66" fill="none" stroke="#b4dcec" stroke-width="4.5"/>\n'
b+='<g fill="none" stroke="#ffffff" stroke-width="3.4" stroke-linecap="round"><path d="M43,0 L28,110"/><path d="M0,31 L80,33 L124,28 L180,17"/><path d="M85,0 L64,110"/><path d="M0,90 L66,87 L110,82 L180,69"/><path d="M124,0 L108,110"/></g><g fill="none" stroke="#ffffff" stroke-width="2" stroke-linecap="round"><path d="M33,63 L74,61"/><path d="M142,22 L146,110"/></g>\n'
b+='<g fill="none" stroke="#8d8a86" stroke-width="1.1"><path d="M0,99 C60,101 120,96 180,88"/><path d="M0,101 C60,103 120,98 180,90"/></g><path d="M0,100 C60,102 120,97 180,89" fill="none" stroke="#8d8a86" stroke-width="3" stroke-dasharray=".5 2.4"/>'
# footbridge
b+='<g transform="translate(126 52) rotate(-24)"><rect x="-8" y="-1.6" width="16" height="3.2" fill="#a9653a"/><path d="M-8,-1.6 H8 M-8,1.6 H8" stroke="#6d3d22" stroke-width=".5"/></g>'
b+='<text x="13" y="59.6" font-family="Noto Sans, sans-serif" font-size="4.2" font-style="italic" fill="#2f6f8c" transform="rotate(-9 13 59.6)" letter-spacing=".6">Hase</text>'
b+=tx(161,61,3.4,'Park','#3d6b3c',400,'middle')+tx(140,97.5,3.2,'Bahn','#55524e')
pins=[(54,46,'coral','Sprachcafé'),(91,74,'teal','Garten'),(134,32,'violet','Nähstube'),(152,88,'blue','Radwerk')]
for i,(x,y,c,t) in enumerate(pins,1):
    b+=f'<ellipse cx="{x}" cy="{y+.2}" rx="2.6" ry="1" fill="#000" opacity=".22"/><path d="M{x},{y} C{x-1.2},{y-4.6} {x-6},{y-7} {x-6},{y-11.4} A6,6 0 0 1 {x+6},{y-11.4} C{x+6},{y-7} {x+1.2},{y-4.6} {x},{y} z" fill="{C[c]}" stroke="#fff" stroke-width=".7"/>'
    b+=tx(x,y-9.4,6.2,str(i),'#ffffff',700,'middle')
b+=f'<g transform="translate(170 96)"><circle r="6.4" fill="#fff"/><path d="M0,-5 L2,0.6 L0,-.4 L-2,0.6 z" fill="{C["coral"]}"/>'+tx(0,4.6,3.6,'N',C['ink'],700,'middle')+'</g>'
b+=f'<rect x=".25" y=".25" width="179.5" height="109.5" fill="none" stroke="{C["ink"]}" stroke-width=".5"/>'
svg('karte',180,110,b,title='Karte: vier Treffpunkte an der Hase (erfunden)')

# ---------- sprachen 118x90
data=[('Deutsch',88),('Türkisch',21),('Arabisch',18),('Russisch',15),('Polnisch',11),('Kurdisch',9),('Vietnamesisch',6),('Tigrinya',5),('Portugiesisch',4)]
b='';x0=30;sc=(112-x0)/100
for g in (0,25,50,75,100):
    X=x0+g*sc; b+=f'<line x1="{X:.2f}" y1="2" x2="{X:.2f}" y2="80" stroke="#c9cdd2" stroke-width=".25"/>'+tx(round(X,2),84.5,3,str(g),'#555a66',400,'middle')
for i,(n,v) in enumerate(data):
    y=3.4+i*8.5
    b+=f'<rect x="{x0}" y="{y:.2f}" width="{v*sc:.2f}" height="5.8" fill="{"#00a0a0" if i else "#007c80"}"/>'+tx(x0-1.8,round(y+4.1,2),3.3,n,C['ink'],400,'end')
    b+=tx(round(x0+v*sc+1.5,2),round(y+4.1,2),3.3,str(v),C['ink'],600)
b+=f'<line x1="{x0}" y1="2" x2="{x0}" y2="80" stroke="{C["ink"]}" stroke-width=".4"/>'+tx(71,89,2.8,'Haushalte von 100, Mehrfachnennungen','#555a66',400,'middle')
svg('sprachen',118,90,b,title='Balkendiagramm: Sprachen in 100 Haushalten (erfundene Zahlen)')

# ---------- stempel 50x50
b=f'<g fill="none" stroke="{C["coral"]}"><circle cx="25" cy="25" r="23.4" stroke-width="1.3"/><circle cx="25" cy="25" r="21.6" stroke-width=".4"/><circle cx="25" cy="25" r="14.2" stroke-width=".6"/></g>'
b+=f'<path id="o" d="M25,25 m-16.4,0 a16.4,16.4 0 0 1 32.8,0" fill="none"/><path id="u" d="M25,25 m-19.5,0 a19.5,19.5 0 0 0 39,0" fill="none"/>'
# letters placed by hand on the circle (no textPath needed)
def ring(t,r,mid,step,size,flip=False):
    s='';n=len(t)
    for i,ch in enumerate(t):
        a=mid+(i-(n-1)/2)*step*(-1 if flip else 1)
        x=25+r*math.sin(math.radians(a)); y=25-r*math.cos(math.radians(a)); rot=a+(180 if flip else 0)
        s+=f'<text transform="translate({x:.2f} {y:.2f}) rotate({rot:.1f})" {F} font-size="{size}" font-weight="700" fill="{C["coral"]}" text-anchor="middle">{ch}</text>'
    return s
b=b.replace(b[b.index('<path id="o"'):],'')
b+=ring('ANKOMMEN',16.3,0,17.5,5)+ring('OSNABRÜCK',19.6,180,14.5,4,True)
for s in (-1,1):
    x=25+s*17.9*math.sin(math.radians(95)); b+=f'<circle cx="{x:.2f}" cy="26.4" r="1" fill="{C["coral"]}"/>'
# house with open door and path
b+=f'<path d="M15.5,26.2 L25,17 L34.5,26.2 L32.9,27.6 L32,26.8 V33.6 H27.6 V28 H22.4 V33.6 H18 V26.8 L17.1,27.6 z" fill="{C["coral"]}"/><path d="M23.4,34.6 h3.2 l2.2,2.4 h-7.6 z" fill="{C["coral"]}"/><rect x="29.4" y="18" width="2" height="4" fill="{C["coral"]}"/><path d="M22.4,28 l-1.9,1 v6 l1.9,-1.4 z" fill="{C["coral"]}" opacity=".55"/>'
svg('stempel',50,50,b,title='Stempel: Ankommen')

# ---------- papierflieger 56x40
b=f'''<path d="M2,35 C10,39 18,33 15,28.5 C12,24.5 7,29 11.5,32.5 C17,36.5 26,32 30,27" fill="none" stroke="{C['teal']}" stroke-width=".7" stroke-dasharray="1.8 1.4" stroke-linecap="round"/>
<path d="M53,4 L18,17.5 L28.5,22 z" fill="#fdf6e8" stroke="{C['ink']}" stroke-width=".5" stroke-linejoin="round"/>
<path d="M53,4 L28.5,22 L31.6,32.6 z" fill="#e3d6bd" stroke="{C['ink']}" stroke-width=".5" stroke-linejoin="round"/>
<path d="M53,4 L31.6,32.6 L36.4,25.6 z" fill="{C['coral']}" stroke="{C['ink']}" stroke-width=".5" stroke-linejoin="round"/>
<path d="M53,4 L36.4,25.6 L46.5,30 z" fill="#fdf6e8" stroke="{C['ink']}" stroke-width=".5" stroke-linejoin="round"/>
<path d="M24,17.3 l9,-3.4 M26,19.2 l8,-3" stroke="{C['blue']}" stroke-width=".4" stroke-linecap="round"/>'''
svg('papierflieger',56,40,b,title='Papierflieger')

# ---------- ordner 87x60
b=''
fol=[('Wohnen',C['coral'],['Mietvertrag','Nebenkosten','Schlüsselliste']),('Arbeit',C['teal'],['Arbeitsvertrag','Lohnzettel','Zeugnisse']),('Gesundheit',C['green'],['Versicherung','Impfpass','Befunde']),('Amt',C['violet'],['Anmeldung','Bescheide','Steuer-ID'])]
for i,(n,c,ps) in enumerate(fol):
    x=1.5+i*21.4; w=19.8
    b+=f'<g><path d="M{x},28.5 h7.4 l1.8,2.8 H{x+w} V58.5 H{x} z" fill="{c}"/>'
    for k,pn in enumerate(ps):
        yy=2.5+k*7.0
        b+=f'<path d="M{x+.8},{yy} H{x+w-3.2} l2.4,2.4 V{yy+6} H{x+.8} z" fill="#fff" stroke="{c}" stroke-width=".35" stroke-linejoin="round"/><path d="M{x+w-3.2},{yy} v2.4 h2.4" fill="none" stroke="{c}" stroke-width=".35"/>'
        fs=2.3 if len(pn)<13 else 2.1
        b+=tx(round(x+1.7,2),round(yy+4.2,2),fs,pn)
    b+=f'<path d="M{x+w/2},23.8 v3.6 m-1.3,-1.5 l1.3,1.7 l1.3,-1.7" fill="none" stroke="{C["ink"]}" stroke-width=".5" stroke-linecap="round" stroke-linejoin="round"/>'
    b+=f'<path d="M{x},34 H{x+w} V58.5 H{x} z" fill="#000" opacity=".10"/><rect x="{x+2.2}" y="39" width="{w-4.4}" height="8.4" rx=".9" fill="#fff"/>'+tx(round(x+w/2,2),44.4,2.9 if len(n)<9 else 2.55,n,c,700,'middle')+f'<circle cx="{x+w/2}" cy="53" r="1.9" fill="#fff"/><circle cx="{x+w/2}" cy="53" r="1.1" fill="{c}"/></g>\n'
svg('ordner',87,60,b,title='Welches Papier gehört in welchen Ordner?')

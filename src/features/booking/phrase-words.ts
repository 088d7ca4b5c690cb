import { randomInt } from 'node:crypto';
import type { Language } from '#journey/language.ts';

/**
 * Words for the recognition phrase, one list per language: things one can see or touch, short, none of which hurts or
 * frightens, and no two of which differ by a single letter, so that they can be read out over the telephone.
 */
const lists: Record<Language, string> = {
  nl: `
    aardbei ananas anker appel appeltaart atlas auto bakker bal ballon banaan bank beker berg beuk bezem
    bloem boom boomgaard bord borstel boter braam breinaald brievenbus broek brood brug bus cactus circus
    citroen croissant deur dolfijn doos draak druif drum duin eekhoorn eend eik eiland ezel fabriek
    fanfare fiets fietsbel fluit fontein fornuis framboos gans garage gieter giraf gitaar glas golf
    gordijn haan hamer hamster handdoek handschoen haven hek helm herberg hert heuvel hond honing horloge
    hotel huis iglo ijsbeer jas jojo kaars kachel kalender kameel kano kapel kapper kastanje kasteel kat
    kerk ketel keuken kip klaver klok knikker knoop koala koek koffer kompas konijn kool kraan kreeft
    krekel krokus kruik kussen ladder lama lantaarn laurier lavendel lepel libel linde mand mango markt
    marmer matras meeuw meloen merel meter mier mijter molen mossel motor muur naald narcis nest neus noot
    oester olifant olijf olm oven paard paleis palm pannenkoek panter paraplu parel park parkiet passer
    pauw pelikaan pen peper perzik piano pijl pinda pinguin pizza plank plein podium poes pompoen poort
    postbode potlood pruim puzzel radijs raket regenboog riem rijst ring rivier robot rok rots rozijn
    rugzak schaap schaats schelp schilder schip schoen school schotel sjaal ski slak sleutel soep spiegel
    spoor stad steen steiger ster stoel straat strand struik suiker tafel tak tapijt tent thee toren touw
    trap trein trom tulp tunnel uil vaas varen veer vijver viool vis vlag vlieger vlinder vogel vork
    vuurtoren wagen walnoot wandeling water weide wiel wijnstok wilg windmolen winkel wolk wortel zaag
    zadel zebra zeep zeil zomer zon zwaan zwaluw`,
  fr: `
    abeille abricot aigle ananas ancre anneau arrosoir assiette avion balai balcon baleine banane barque
    bassin bateau beurre biche bijou biscuit bison bleuet bocal bonbon bonnet botte bougie boulanger
    bouquet bouton brebis brioche brique brosse bureau cabane cactus cadran cahier canard canoë cantine
    carotte cartable casque castor cerf cerise chaise chalet chameau chardon chat cheval chèvre chêne
    citron citrouille clairon clocher coccinelle coffre colline colombe colonne compas concert coquille
    corbeille corde coton coussin crabe crayon crevette croissant cygne dauphin dentelle diamant domino
    drapeau dune enclume enveloppe escargot éventail écharpe échelle école écureuil élan épi érable étang
    étoile fanfare faucon fenouil ferme figue flamant fleur fleuve flocon flûte fontaine forêt fougère
    fourmi fraise framboise fromage fusée galet gant garage gâteau girafe glace gomme gourde grange
    grenier grillon grotte guirlande guitare hamac harpe herbe hérisson hêtre hibou hirondelle horloger
    huile igloo iris île jardin jongleur jonquille journal jument kayak kiosque kiwi koala lac laine lampe
    lanterne lapin laurier lavande libellule lierre lilas lion lunettes lynx mandarine manège marbre
    marron marteau matelot melon menthe meule miel mimosa miroir montagne moulin muguet mur myrtille navet
    neige nid noisette nuage oasis océan oie oignon olive orage orchestre oreiller ours palais palmier
    panda panier papillon parapluie parc parfum pendule perle perroquet pêche phare piano pigeon pinceau
    pingouin piscine plage planète plume poivre poney pont porte poule prairie prune puits quai quille
    radis raisin rame renard rivière robe rocher ruban sable salade sandale sauterelle savon scarabée
    sirop soleil sorbet soupe statue sucre tableau tambour tapis tasse taureau tente terrasse théière
    tigre toboggan toit tomate tortue tour train trésor tronc truite tulipe tunnel valise vase verger vélo
    village violette violon voile voiture wagon zèbre`,
  en: `
    acorn acrobat airport almond anchor apple apricot apron arrow artist atlas autumn badger bagel baker
    balcony balloon bamboo banana banjo basket beacon beaver bench bicycle biscuit blanket blossom bonnet
    bottle bridge bucket butter button cabbage cactus camel candle canoe canvas carpet carrot castle cedar
    cello chalk cherry chestnut chimney circus clover coconut compass cotton cricket crocus crystal
    cucumber curtain cushion daisy dolphin domino donkey drummer eagle easel elbow elephant emerald engine
    falcon feather fern fiddle flamingo flannel flute forest fountain garden garlic ginger giraffe glacier
    goblet grape guitar hammer harbour harp hazel hedgehog helmet heron hillside honey hotel igloo island
    ivory ivy jacket jasmine jigsaw juggler kangaroo kayak kettle kitchen kitten koala ladder lagoon
    lantern laurel lavender lemon leopard library lighthouse lilac lizard lobster magnet mango maple
    marble market meadow melon mirror mosaic muffin mushroom napkin needle nutmeg oasis oatmeal ocean
    olive orange orchard orchid otter oyster palace pancake panda panther paper parasol parsley peach
    peacock peanut pebble pelican pencil penguin pepper piano pigeon pillow pineapple planet plum pocket
    pony poplar poppy potato pudding pumpkin puppet puzzle quilt rabbit raccoon radish rainbow raisin
    raspberry ribbon river robin saddle saffron salad salmon sandal saucer scarf school seagull shamrock
    shepherd shovel silver skater slipper snowman spinach spoon squirrel stable statue sugar summer
    sunflower swallow sweater tailor teapot temple thimble thistle tiger timber toaster tomato tractor
    trumpet tulip tunnel turnip turtle umbrella valley vanilla velvet village violet violin waffle wagon
    walnut walrus window winter woodland yoghurt zebra zipper`,
  de: `
    Adler Ahorn Ameise Amsel Ananas Anker Apfel Aprikose Atlas Backofen Ballon Bambus Banane Bank Basar
    Baum Becher Beere Berg Besen Biber Biene Birke Blatt Blume Boot Brezel Brief Brille Brunnen Buch Bus
    Butter Dachs Dackel Dampfer Decke Delfin Diamant Domino Dorf Drachen Eiche Eimer Elch Elster Ente
    Erbse Erdbeere Esel Eule Faden Fahne Fahrrad Falke Farn Feder Feige Feld Fenster Fichte Fisch Flagge
    Flieder Flosse Fluss Forelle Frosch Fuchs Gabel Gans Garten Giraffe Glas Glocke Gold Gurke Hafen Hahn
    Hammer Hamster Handschuh Harfe Hase Haube Haus Hecht Heide Helm Hemd Herbst Hirsch Honig Hotel Hund
    Hut Igel Iglu Jacke Kaffee Kaktus Kalender Kamel Kamin Kanne Kanu Karotte Karte Kastanie Katze Kegel
    Keks Kerze Kette Kiefer Kirsche Kissen Klavier Klee Knopf Koala Koffer Kohl Komet Kompass Korb Kran
    Kranich Kreide Krokus Krone Kuchen Lama Lampe Laterne Laub Lavendel Leiter Lerche Libelle Licht Limone
    Linde Mais Mandel Mango Markt Marmor Maulwurf Melone Meter Mond Moos Mosaik Motor Muschel Museum Nadel
    Narzisse Nebel Nelke Nest Nuss Ofen Olive Oper Orange Orgel Otter Palast Palme Panda Papier Pappel
    Park Perle Pfanne Pfau Pferd Pfirsich Pflaume Pilz Pinguin Pinsel Planet Platz Pony Pudel Pullover
    Puppe Quelle Rabe Rakete Rasen Regen Reh Reis Ring Robbe Rock Rose Rosine Rubin Rucksack Ruder Sand
    Sattel Schaf Schiff Schirm Schlitten Schloss Schrank Schuh Schule Schwan See Seife Seil Sessel Silber
    Sofa Sommer Sonne Spaten Specht Spiegel Stadt Stein Stiefel Storch Strand Strauch Stuhl Tasse Teekanne
    Teich Teller Teppich Tiger Tomate Topf Tor Traube Treppe Trommel Tulpe Tunnel Turm Ufer Uhr Ulme
    Veilchen Vogel Waage Wald Walnuss Wasser Weizen Welle Wiese Wind Winter Wolke Wurzel Zaun Zebra Zelt
    Ziege Zimt Zirkus Zitrone Zucker Zwiebel`,
};

/** The words that a phrase in a language is made of. */
export function phraseWordsOf(language: Language): readonly string[] {
  return lists[language].trim().split(/\s+/);
}

/** Two different words, drawn at random: about fifty thousand pairs. It recognises an appointment, and protects nothing. */
export function drawPhrase(language: Language): [string, string] {
  const words = phraseWordsOf(language);
  const first = randomInt(words.length);
  const second = (first + 1 + randomInt(words.length - 1)) % words.length;
  return [words[first] as string, words[second] as string];
}

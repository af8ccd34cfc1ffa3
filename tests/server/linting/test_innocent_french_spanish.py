"""Innocent French and Spanish sentences that stand near a fault, and draw neither an error nor a warning."""

import pytest

from amends.linting import lint
from amends.records import Rating, Review

FRENCH = """
Merci de nous l'avoir écrit. Je m'excuse pour ce retard et je vous rappelle demain matin. Léa
Merci d'avoir signalé l'erreur. Elle est corrigée depuis hier, et j'en suis désolée. Léa
Vous n'auriez pas dû attendre si longtemps, je vous présente mes excuses. Je m'en occupe aujourd'hui. Léa
Nous sommes désolés que vous ayez attendu une heure. La terrasse a un serveur de plus dès ce soir. Léa
C'est notre erreur : nous avons oublié votre réservation, et je vous demande pardon. Appelez-moi demain. Léa
Ce n'est pas normal, et je le regrette. Je vérifie la commande avec l'atelier d'ici mardi. Léa
Merci de votre message. Quelle version utilisez-vous ? Vous pouvez nous répondre ici. Léa
Vous avez raison, l'étiquette était fausse. Elle est changée depuis ce matin, pardon. Léa
Si vous n'avez pas reçu le mail demain soir, écrivez-nous, je m'en charge. Merci, et pardon. Léa
Merci. Le colis part lundi ; je vous prie de m'excuser pour le retard. Léa
J'ai parlé avec le transporteur ce matin : le colis arrive jeudi. Toutes mes excuses. Léa
Merci d'avoir modifié votre avis, et dites-moi si la box s'arrête encore. Léa
Nous avons choisi ce livreur, le retard est donc le nôtre : pardon. Le colis arrive demain. Léa
Votre question est bonne : le module n'est pas encore disponible, et je demande une date à l'équipe demain. Merci. Léa
Je comprends que vous soyez en colère. Un technicien passe vendredi matin. Pardon pour l'attente. Léa
Merci. Pour changer la langue, ouvrez le menu, puis Réglages, puis Langue. Léa
Nous n'avons pas respecté notre délai, et je m'en excuse. Le fauteuil part lundi. Léa
Merci pour votre avis sur le menu. Nous y ajoutons deux plats sans viande en mai. Léa
"""
SPANISH = """
Gracias por avisarnos. Le pido disculpas por el retraso y mañana por la mañana le llamo. Lea
¿Podría escribirnos a través del formulario? Lo revisamos hoy mismo, y sentimos la demora. Lea
No debería haber tenido que llamar tres veces, y le pido disculpas. Me encargo hoy. Lea
Sentimos que haya esperado una hora. Desde esta noche hay un camarero más en la terraza. Lea
Es error nuestro: olvidamos su reserva, y le pido perdón. Llámeme mañana. Lea
Eso no es normal, y lo siento. Reviso el pedido con el taller antes del martes. Lea
Gracias por su mensaje. ¿Qué versión usa? Puede responder aquí mismo. Lea
Tiene razón, la etiqueta estaba mal. Desde esta mañana está cambiada, perdón. Lea
Si mañana por la noche no ha recibido el correo, escríbanos y me encargo. Gracias, y perdón. Lea
Gracias. El paquete sale el lunes; lamento el retraso. Lea
Esta mañana hablé con el transportista: el paquete llega el jueves. Le pido disculpas. Lea
Gracias por actualizar su reseña, me alegra que el router funcione. Lea
Nosotros elegimos a ese repartidor, así que el retraso es nuestro: perdón. Llega mañana. Lea
Su pregunta es buena: la función aún no está disponible, y no tenemos fecha. Gracias. Lea
Entiendo que esté enfadado. El técnico pasa el viernes por la mañana. Perdón por la espera. Lea
Gracias. Para cambiar el idioma, abra el menú, luego Ajustes y luego Idioma. Lea
No cumplimos el plazo, y le pido disculpas. El sillón sale el lunes. Lea
Gracias por su opinión sobre el menú. En mayo añadimos dos platos sin carne. Lea
No es lo que usted esperaba, y lo siento. El jueves le mando otra lámpara. Lea
Siento que no haya funcionado. Reinstale la app con la versión 5.2, disponible desde hoy. Lea
"""


@pytest.mark.parametrize("draft", [*FRENCH.strip().splitlines(), *SPANISH.strip().splitlines()])
def test_an_innocent_sentence_in_french_or_spanish_is_left_alone(draft: str) -> None:
    language = "fr" if draft in FRENCH else "es"
    text = {"fr": "Trop long, et personne ne répond.", "es": "Demasiado lento, y nadie responde."}[language]
    found = lint(draft, review=Review(text=text, rating=Rating(value=2), language=language)).findings
    loud = [(one.rule, draft[one.start : one.end]) for one in found if one.severity != "advice"]
    assert not [hit for hit in loud if hit[0] != "no-specifics"]
